import type { Audio } from '@ser/corpus';
import {
  createExtractor,
  type ExtractorConfig,
  extractVariant,
  type VariantConfig,
} from '@ser/features';
import type { Problems } from '../console/problems.ts';
import { eachFile } from './each-file.ts';
import { randomOf } from './random-of.ts';
import { readSound } from './read-sound.ts';

/** What a WAV file that the user has named holds. */
export interface ExtractedFile {
  /** As the user has named it. */
  file: string;
  audio: Audio;
  /** Its features, row-major. */
  values: Float32Array;
  /** Those of the file in each of the variants, in their order. */
  variants: readonly Float32Array[];
}

/** Options of {@link mapFiles}. */
export interface MapFilesOptions {
  extractor: ExtractorConfig;
  /** In which each file is extracted besides as it is. Default: none. */
  variants?: readonly VariantConfig[];
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
  { extractor: config, variants = [], problems, signal }: MapFilesOptions,
  use: (extracted: ExtractedFile) => T | Promise<T>,
): Promise<T[]> {
  const extractor = createExtractor(config);
  const results: T[] = [];
  await eachFile(words, { problems, signal }, async (file) => {
    const audio = await readSound(file, problems.warn);
    const values = extractor.extract(audio);
    // A file gets the same random numbers whatever its name is, and whichever files are beside it.
    const own = variants.map((variant) =>
      extractVariant(extractor, audio, variant, { random: randomOf(0) }),
    );
    results.push(await use({ file, audio, values, variants: own }));
  });
  return results;
}
