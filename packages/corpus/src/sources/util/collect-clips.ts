import type { Clip, Describe } from '../../clip.ts';
import { CorpusError } from '../../corpus-error.ts';
import { byCodeUnit } from '../../util/by-code-unit.ts';
import { type SourceOptions, WAV_ENDINGS } from '../source-options.ts';
import { endingOf } from './is-candidate.ts';
import { createProblemHandler, type ProblemHandler } from './problem-handler.ts';

/** A file that a source has found, with the ending of a clip. */
export interface FoundFile {
  /** The path to show in messages. */
  file: string;
  /** The path below the source's root, with forward slashes. */
  path: string;
  bytes(): Promise<Uint8Array>;
  /** Files with equal checksums have equal bytes. Default: none, and the bytes are compared. */
  checksum?: string;
}

/** The options of a source, and its names for messages. */
interface CollectOptions<Info> extends SourceOptions<Info> {
  caller: string;
  /** The source as the user named it, for messages. */
  source: string;
  /** What to do where there is no clip. Default: none. */
  hint?: () => Promise<string | undefined>;
}

/**
 * The clips among the files that were found, ordered by id. Of several files with one id, the first
 * by path is given. The others are problems unless they hold the same bytes: Kaggle's archive of
 * RAVDESS has two equal copies of every clip.
 *
 * @throws {CorpusError} `no-clips` when there are none.
 */
export async function* collectClips<Info>(
  found: readonly FoundFile[],
  {
    caller,
    source,
    hint,
    describe,
    endings = WAV_ENDINGS,
    example,
    onProblem,
  }: CollectOptions<Info>,
): AsyncGenerator<Clip<Info>, void, undefined> {
  const report = createProblemHandler({ onProblem });
  const clips = new Map<string, Clip<Info>>();
  const kept = new Map<string, FoundFile>();
  let unwanted = 0;
  for (const entry of [...found].sort((a, b) => byCodeUnit(a.file, b.file))) {
    const clip = toClip(entry, { describe, endings }, report);
    if (clip === 'unwanted') unwanted++;
    if (typeof clip !== 'object') continue;
    const first = kept.get(clip.id);
    if (!first) {
      clips.set(clip.id, clip);
      kept.set(clip.id, entry);
    } else if (!(await haveSameBytes(first, entry))) {
      const got = `${first.file} and ${entry.file}`;
      const message = `${caller}: ${clip.id} must be one recording, got two: ${got}`;
      report(new CorpusError('duplicate-clip', message, { file: clip.file }));
    }
  }
  if (clips.size === 0) {
    const expected = example === undefined ? 'clips' : `clips such as ${example}`;
    const left = unwanted === 0 ? '' : `, of which \`describe\` wants ${unwanted} not`;
    const got = `none among ${found.length} ${endings.join(', ')} files${left}`;
    const advice = await hint?.();
    const suffix = advice === undefined ? '' : ` (${advice})`;
    const message = `${caller}: ${source} must hold ${expected}, got ${got}${suffix}`;
    throw new CorpusError('no-clips', message, { file: source });
  }
  yield* [...clips.values()].sort((a, b) => byCodeUnit(a.id, b.id));
}

async function haveSameBytes(first: FoundFile, second: FoundFile): Promise<boolean> {
  if (first.checksum !== undefined && second.checksum !== undefined) {
    return first.checksum === second.checksum;
  }
  try {
    const [a, b] = await Promise.all([first.bytes(), second.bytes()]);
    let at = a.length === b.length ? 0 : -1;
    while (at >= 0 && at < a.length) at = a[at] === b[at] ? at + 1 : -1;
    return at >= 0;
  } catch {
    return false; // Reading the first one throws, and says why.
  }
}

/** Undefined for a file that is not the data set's, which is reported. */
function toClip<Info>(
  { file, path, bytes }: FoundFile,
  { describe, endings }: { describe: Describe<Info>; endings: readonly string[] },
  report: ProblemHandler,
): Clip<Info> | 'unwanted' | undefined {
  try {
    const info = describe(path);
    if (info === undefined) return 'unwanted';
    const stem = path.slice(0, path.length - endingOf(path, endings).length);
    return { id: ownId(info) ?? stem, file, info, bytes };
  } catch (error) {
    if (!CorpusError.isInstance(error)) throw error;
    report(new CorpusError(error.code, error.message, { file, cause: error }));
    return undefined;
  }
}

/** The id that the data set itself gives. */
function ownId(info: unknown): string | undefined {
  const hasId = typeof info === 'object' && info !== null && 'id' in info;
  return hasId && typeof info.id === 'string' ? info.id : undefined;
}
