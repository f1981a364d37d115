import type { Audio } from '@ser/corpus';
import { createExtractor, type ExtractorConfig } from '@ser/features';
import type { Problems } from '../console/problems.ts';
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
  /** Says what to do where a file is a folder. */
  folderHint: (file: string) => string;
  /** Takes the files that cannot be read. */
  problems: Problems;
  /** Ends the work between two files. */
  signal: AbortSignal;
}

/**
 * Reads WAV files, extracts their features and gives what `use` makes of each, in the order of the
 * files. A file that cannot be read is a problem, and the others go on.
 *
 * @throws the signal's reason when aborted
 */
export async function mapFiles<T>(
  files: readonly string[],
  { extractor: config, folderHint, problems, signal }: MapFilesOptions,
  use: (extracted: ExtractedFile) => T | Promise<T>,
): Promise<T[]> {
  const extractor = createExtractor(config);
  const results: T[] = [];
  for (const file of files) {
    signal.throwIfAborted();
    try {
      const audio = await readWav(file, folderHint(file));
      results.push(await use({ file, audio, values: extractor.extract(audio) }));
    } catch (error) {
      problems.addError(file, error);
    }
  }
  return results;
}
