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
}

/** What `collectClips` must know of its caller. */
interface CollectOptions {
  caller: string;
  /** The source as the user named it, for messages. */
  source: string;
  report: (problem: RavdessError) => void;
  /** Whether two files of one name are one file, such as a link and its target. */
  isSame?: (first: FoundFile, second: FoundFile) => Promise<boolean>;
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
 * The clips among the files that were found, ordered by id. Of two copies of a clip the first by
 * path stays.
 *
 * @throws {RavdessError} `no-clips` when there are none.
 */
export async function* collectClips(
  found: readonly FoundFile[],
  { caller, source, report, isSame = async () => false }: CollectOptions,
): AsyncGenerator<Clip, void, undefined> {
  const clips = new Map<string, Clip>();
  for (const entry of [...found].sort((a, b) => byCodeUnit(a.file, b.file))) {
    const clip = toClip(entry, report);
    if (!clip) continue;
    const first = clips.get(clip.id);
    if (!first) clips.set(clip.id, clip);
    else if (!(await isSame(first, entry))) {
      const message = `${caller}: ${clip.id} must be there once, got ${first.file} and ${clip.file}`;
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
