import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Results, SoundFigures } from '../results/results.ts';
import { CardError } from '../util/card-error.ts';
import { MODEL_FOLDER } from '../util/paths.ts';

/**
 * Figures of other sounds from a file, or those that the results had before.
 *
 * @throws CardError `no-such-path`, or `bad-file` that names the entry
 */
export async function readSounds(path: string | undefined): Promise<readonly SoundFigures[]> {
  if (path === undefined) {
    const text = await readFile(join(MODEL_FOLDER, 'results.json'), 'utf8').catch(() => '{}');
    return (JSON.parse(text) as Partial<Results>).sounds ?? [];
  }
  const text = await readFile(path, 'utf8').catch((cause: Error) => {
    throw new CardError('no-such-path', `--sounds ${path}: ${cause.message}`, { cause });
  });
  return parseSounds(`--sounds ${path}`, text);
}

/** @throws CardError `bad-file` */
export function parseSounds(file: string, text: string): SoundFigures[] {
  const fail = (what: string): never => {
    throw new CardError('bad-file', `${file}: ${what}; \`measure --help\` says what it must be`);
  };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    fail(`must be JSON, ${(cause as Error).message}`);
  }
  if (!Array.isArray(json)) return fail('must be a list');
  return json.map((entry: Partial<SoundFigures> | null, i) => {
    const { title, n, heard, familiar } = entry ?? {};
    if (typeof title !== 'string') return fail(`[${i}].title must be text, got ${title}`);
    if (!Number.isInteger(n)) return fail(`[${i}].n must be a whole number, got ${n}`);
    const share = (name: string, value: unknown): number =>
      typeof value === 'number' && value >= 0 && value <= 1
        ? value
        : fail(`[${i}].${name} must be in [0, 1], got ${value}`);
    return {
      title,
      n: n as number,
      heard: share('heard', heard),
      familiar: share('familiar', familiar),
    };
  });
}
