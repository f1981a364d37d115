import type { Audio } from '@ser/corpus';
import { createExtractor, type ExtractorConfig } from '@ser/features';
import { CliError } from '../console/cli-error.ts';
import type { Problems } from '../console/problems.ts';
import { expandFiles } from './expand-files.ts';
import { readWav } from './read-wav.ts';

/** What a WAV file that the user has named holds. */
export interface ExtractedFile {
  /** As the user has named it. */
  file: string;
  audio: Audio;
  /** Its features, row-major. */
  values: Float32Array;
}

/** Options of {@link mapFiles}. */
export interface MapFilesOptions {
  extractor: ExtractorConfig;
  /** Takes the files that cannot be read. */
  problems: Problems;
  /** Ends the work between two files. */
  signal: AbortSignal;
}

/**
 * Reads WAV files, extracts their features and gives what `use` makes of each, in the order of the
 * files. A folder stands for the WAVs below it, and a pattern for what matches. A file that cannot
 * be read is a problem, and the others go on.
 *
 * @throws the signal's reason when aborted
 */
export async function mapFiles<T>(
  words: readonly string[],
  { extractor: config, problems, signal }: MapFilesOptions,
  use: (extracted: ExtractedFile) => T | Promise<T>,
): Promise<T[]> {
  const extractor = createExtractor(config);
  const extract = async (file: string): Promise<ExtractedFile> => {
    try {
      const audio = await readWav(file, problems.warn);
      return { file, audio, values: extractor.extract(audio) };
    } catch (cause) {
      // What engines throw where memory does not suffice; it is this file's fault alone.
      if (!(cause instanceof RangeError)) throw cause;
      const message = `it is too large for the memory: ${cause.message}`;
      throw new CliError('unreadable-file', message, { cause });
    }
  };
  const results: T[] = [];
  for (const file of await expandFiles(words, problems)) {
    signal.throwIfAborted();
    try {
      results.push(await use(await extract(file)));
    } catch (error) {
      problems.addError(file, error);
    }
  }
  return results;
}
