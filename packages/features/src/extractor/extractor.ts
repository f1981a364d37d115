import type { Audio, Samples } from '../samples.ts';
import type { ExtractorConfig } from './extractor-config.ts';

/** Turns clips into vectors or sequences of features. */
export interface Extractor {
  /** The configuration, as plain JSON. It makes the same extractor again. */
  readonly config: ExtractorConfig;
  /**
   * The shape of the result, row-major: `[values]`, or with `statistic: null` `[frames, values]`,
   * where frames is -1 unless the configuration fixes it.
   */
  readonly shape: number[];
  /** The name of each value, such as `mfcc_1`, or `mfcc_1_std` in a list of statistics. */
  readonly names: readonly string[];
  /**
   * `extractSamples(prepare(audio))`.
   *
   * @throws {FeatureError} for a clip that ends before the offset or has samples that are not
   *   finite.
   */
  extract(audio: Audio): Float32Array;
  /** The part of a clip that is used, at the extractor's rate. Augmentation starts from it. */
  prepare(audio: Audio): Samples;
  /** The features of samples that are cut and at the extractor's rate. */
  extractSamples(samples: Samples): Float32Array;
}
