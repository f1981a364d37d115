import { AUDIO_ENDINGS } from '@ser/corpus/node';
import { CliError } from '../console/cli-error.ts';
import type { Problems } from '../console/problems.ts';
import { type ExpandFilesOptions, expandFiles } from './expand-files.ts';

/** Options of {@link eachFile}. */
export interface EachFileOptions extends Pick<ExpandFilesOptions, 'takesStdin'> {
  /** Takes the files that cannot be read. */
  problems: Problems;
  /** Ends the work between two files. */
  signal: AbortSignal;
}

/**
 * Uses the files that the user's words stand for, one after the other: a folder stands for the sounds
 * below it, and a pattern for what matches. A file that cannot be read is a problem, and the others
 * go on.
 *
 * @throws the signal's reason when aborted
 */
export async function eachFile(
  words: readonly string[],
  { problems, signal, takesStdin }: EachFileOptions,
  use: (file: string) => Promise<void>,
): Promise<void> {
  for (const file of await expandFiles(words, problems, { takesStdin, endings: AUDIO_ENDINGS })) {
    signal.throwIfAborted();
    try {
      await use(file);
    } catch (error) {
      // Ctrl-C ends the writers of a pipe as well.
      signal.throwIfAborted();
      problems.addError(file, fileError(error));
    }
  }
}

/** What engines throw where memory does not suffice is this file's fault alone. */
function fileError(cause: unknown): unknown {
  if (!(cause instanceof RangeError)) return cause;
  const message = `it is too large for the memory: ${cause.message}`;
  return new CliError('unreadable-file', message, { cause });
}
