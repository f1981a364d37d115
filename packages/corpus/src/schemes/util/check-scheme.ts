import { closestName, type OptionNames } from '@ser/internal';
import { CorpusError } from '../../corpus-error.ts';
import type { NamingScheme } from '../naming-scheme.ts';
import { createSchemeReader, flagsOf } from './scheme-reader.ts';

/** What a pattern may name. */
const GROUPS = ['label', 'speaker', 'condition', 'id'] as const;
/** More than any path's pattern needs. */
const MAX_PATTERN_LENGTH = 2000;
const FIELDS: OptionNames<NamingScheme> = {
  version: true,
  name: true,
  description: true,
  homepage: true,
  pattern: true,
  ignoreCase: true,
  labels: true,
  speakers: true,
  conditions: true,
  example: true,
};

/** Shown where a pattern is wrong. */
const SAMPLE = String.raw`(?<speaker>\d+)_(?<label>[a-z]+)\.wav$ for 12_happy.wav`;

/**
 * Checks a scheme, field by field, and gives back a copy of it.
 *
 * @param caller The public function, for messages.
 * @param name What the value is called in messages, such as its file.
 * @throws {CorpusError} `bad-scheme`
 */
export function checkScheme(caller: string, name: string, value: unknown): NamingScheme {
  const fail = (field: string, expected: string, got: string, hint = ''): never => {
    const where = field === '' ? name : `\`${field}\` of ${name}`;
    const message = `${caller}: ${where} must ${expected}, got ${got}${hint && ` (${hint})`}`;
    throw new CorpusError('bad-scheme', message);
  };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const hint =
      typeof value === 'string' ? `parse it, or take \`NAMING_SCHEMES.get('emodb')\`` : '';
    return fail('', 'be an object with version, name, pattern and example', show(value), hint);
  }
  const fields: Record<string, unknown> = { ...value };
  const unknown = Object.keys(fields).find((field) => !Object.hasOwn(FIELDS, field));
  if (unknown !== undefined) {
    const known = Object.keys(FIELDS);
    fail('', `hold none but ${known.join(', ')}`, unknown, didYouMean(unknown, known));
  }
  if (fields.version !== 1) fail('version', 'be 1', show(fields.version));
  const text = (field: string): string => {
    const found = fields[field];
    if (typeof found === 'string' && found !== '') return found;
    return fail(field, 'be a text', show(found));
  };
  const names = (field: string): Record<string, string> | undefined => {
    const found = fields[field];
    if (found === undefined) return undefined;
    const isMap = typeof found === 'object' && found !== null && !Array.isArray(found);
    if (!isMap) return fail(field, 'be an object such as {"A": "angry"}', show(found));
    for (const [key, each] of Object.entries(found)) {
      if (typeof each === 'string' && each !== '') continue;
      fail(field, `say with a text what "${key}" means`, show(each));
    }
    if (field === 'labels' && Object.keys(found).length === 0) fail(field, 'hold a label', 'none');
    return { ...found };
  };
  const { ignoreCase } = fields;
  if (ignoreCase !== undefined && typeof ignoreCase !== 'boolean') {
    fail('ignoreCase', 'be true or false', show(ignoreCase));
  }
  const labels = names('labels');
  const speakers = names('speakers');
  const conditions = names('conditions');
  const scheme: NamingScheme = {
    version: 1,
    name: text('name'),
    description: text('description'),
    ...(fields.homepage !== undefined && { homepage: text('homepage') }),
    pattern: text('pattern'),
    ...(ignoreCase !== undefined && { ignoreCase: ignoreCase as boolean }),
    ...(labels && { labels }),
    ...(speakers && { speakers }),
    ...(conditions && { conditions }),
    example: text('example'),
  };
  checkPattern(scheme, fail);
  const { got, labels: read } = createSchemeReader(scheme)(scheme.example);
  if (read === undefined) {
    if (got !== undefined) fail('labels', `say what \`example\` (${scheme.example}) means`, got);
    fail('example', `fit \`pattern\`, ${scheme.pattern}`, scheme.example);
  }
  return scheme;
}

/** Refuses a pattern that is no regular expression, or that names other groups than it may. */
function checkPattern(
  { pattern, ignoreCase }: NamingScheme,
  fail: (field: string, expected: string, got: string, hint?: string) => never,
): void {
  if (pattern.length > MAX_PATTERN_LENGTH) {
    fail('pattern', `have at most ${MAX_PATTERN_LENGTH} characters`, String(pattern.length));
  }
  let found: string[] = [];
  try {
    const flags = flagsOf(ignoreCase);
    new RegExp(pattern, flags);
    // With an empty alternative it matches anything, and shows the names of its groups.
    found = Object.keys(new RegExp(`${pattern}|`, flags).exec('')?.groups ?? {});
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    fail('pattern', 'be a regular expression', `${pattern}: ${reason}`, `such as ${SAMPLE}`);
  }
  for (const group of found) {
    if (GROUPS.some((each) => each === group)) continue;
    const hint = didYouMean(group, GROUPS) || 'leave it unnamed: (?:…)';
    fail('pattern', `name no groups but ${GROUPS.join(', ')}`, group, hint);
  }
  if (!found.includes('label')) {
    fail('pattern', 'have a group (?<label>…)', pattern, `such as ${SAMPLE}`);
  }
}

function didYouMean(name: string, known: readonly string[]): string {
  const meant = closestName(name, [...known]);
  return meant === undefined ? '' : `did you mean \`${meant}\`?`;
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
