import { CorpusError, parseNamingScheme } from '@ser/corpus';
import { CliError } from '../console/cli-error.ts';
import { COLUMN_NAMES, type Labelling, type LabelSource } from './labelling.ts';
import { checkLabelMap } from './parse-label-map.ts';

/**
 * Checks how the data of a plan are labelled, as its `plan.json` says it.
 *
 * @param file its name, for messages
 * @throws CliError `unreadable-file`
 */
export function parseLabelling(file: string, value: unknown): Labelling | null {
  if (value === null || value === undefined) return null;
  try {
    const { version, from, map } = record(value);
    if (version !== 1) throw new TypeError(`version ${version} is not known`);
    return {
      version: 1,
      from: from === null ? null : parseSource(record(from)),
      map: checkLabelMap('map', map),
    };
  } catch (cause) {
    const isOurs =
      cause instanceof TypeError || CliError.isInstance(cause) || CorpusError.isInstance(cause);
    if (!isOurs) throw cause;
    const message = `${file}: \`labelling\` must be as this version writes it: ${cause.message}`;
    throw new CliError('unreadable-file', message, { cause });
  }
}

function parseSource(source: Record<string, unknown>): LabelSource {
  const { kind, speaker, scheme, file, sha256, columns } = source;
  if (kind === 'tables') return { kind };
  if (kind === 'scheme') return { kind, scheme: parseNamingScheme(scheme, 'scheme') };
  if (kind === 'folders' && (speaker === 'parent' || speaker === 'none')) return { kind, speaker };
  if (kind === 'csv' && typeof file === 'string' && typeof sha256 === 'string') {
    const own = Object.entries(record(columns));
    const wrong = own.find(
      ([name, column]) => typeof column !== 'string' || !COLUMN_NAMES.some((each) => each === name),
    );
    if (!wrong) return { kind, file, sha256, columns: Object.fromEntries(own) };
  }
  throw new TypeError(`got ${JSON.stringify(source).slice(0, 200)} in \`from\``);
}

function record(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new TypeError(`got ${JSON.stringify(value)}`);
}
