import type { Clip } from './clip.ts';
import { parseFilename } from './filename.ts';
import type { Problem } from './problem.ts';
import { RavdessError } from './ravdess-error.ts';

/** The option of every source of clips. */
export interface SourceOptions {
  /** Called for each file that is left out, and why. Without it the first one throws. */
  onProblem?: (problem: Problem) => void;
}

/** A `.wav` that a source has found, by the path to show in messages. */
export interface FoundFile {
  file: string;
  bytes(): Promise<Uint8Array>;
  /** Where the source knows it: files with the same one have the same bytes. */
  checksum?: string;
}

/** What `collectClips` must know of its caller. */
interface CollectOptions {
  caller: string;
  /** The source as the user named it, for messages. */
  source: string;
  report: (problem: RavdessError) => void;
}

/** Hands problems to `onProblem`, or throws the first when nobody listens. */
export function createReport({ onProblem }: SourceOptions): (problem: RavdessError) => void {
  return (problem) => {
    if (!onProblem) throw problem;
    onProblem({ file: problem.file ?? '', code: problem.code, message: problem.message });
  };
}

/** Whether a path is a `.wav` that a source looks at: not hidden, not macOS' second copy. */
export function isCandidate(path: string): boolean {
  const parts = path.split(/[\\/]/);
  return /\.wav$/i.test(path) && !parts.some((part) => /^\.(?!\.?$)|^__MACOSX$/.test(part));
}

/**
 * The clips among the files that were found, ordered by id. Of a clip that is there twice the first
 * by path stays; the others are problems unless they hold the same bytes. Kaggle's archive has all
 * of its clips twice, and whoever unpacks it has done nothing wrong.
 *
 * @throws {RavdessError} `no-clips` when there are none.
 */
export async function* collectClips(
  found: readonly FoundFile[],
  { caller, source, report }: CollectOptions,
): AsyncGenerator<Clip, void, undefined> {
  const clips = new Map<string, Clip>();
  const kept = new Map<string, FoundFile>();
  for (const entry of [...found].sort((a, b) => byCodeUnit(a.file, b.file))) {
    const clip = toClip(entry, report);
    if (!clip) continue;
    const first = kept.get(clip.id);
    if (!first) {
      clips.set(clip.id, clip);
      kept.set(clip.id, entry);
    } else if (!(await haveSameBytes(first, entry))) {
      const message = `${caller}: ${clip.id} must be one recording, got two: ${first.file} and ${entry.file}`;
      report(new RavdessError('duplicate-clip', message, { file: clip.file }));
    }
  }
  if (clips.size === 0) {
    throw new RavdessError(
      'no-clips',
      `${caller}: ${source} must hold clips such as Actor_01/03-01-06-01-02-01-01.wav, ` +
        `got none among ${found.length} .wav files`,
      { file: source },
    );
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
    return false; // who reads the first one hears why
  }
}

function toClip(
  { file, bytes }: FoundFile,
  report: (problem: RavdessError) => void,
): Clip | undefined {
  try {
    const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    return { id: name.slice(0, -'.wav'.length), file, info: parseFilename(name), bytes };
  } catch (error) {
    if (!RavdessError.isInstance(error)) throw error;
    report(new RavdessError(error.code, error.message, { file, cause: error }));
    return undefined;
  }
}

function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
