import type { Audio, Samples } from '../samples.ts';
import type { ExtractorConfig } from './extractor-config.ts';

/** Turns clips into vectors or sequences of features. */
export interface Extractor {
  /** What it was made from: plain JSON that makes the same extractor again. */
  readonly config: ExtractorConfig;
  /**
   * The shape of what comes out, row-major: `[values]`, or `[frames, values]` with `statistic:
   * null`, where frames is -1 unless the configuration fixes it.
   */
  readonly shape: number[];
  /** A name a value, such as `mfcc_1`, or `mfcc_1_std` where there is a list of statistics. */
  readonly names: readonly string[];
  /**
   * `extractSamples(prepare(audio))`.
   *
   * @throws {FeatureError} for a clip that ends before the offset or has samples that are not
   *   finite.
   */
  extract(audio: Audio): Float32Array;
  /** The part of a clip that is used, at the extractor's rate; what augmentation starts from. */
  prepare(audio: Audio): Samples;
  /** The features of samples that are cut and at the extractor's rate. */
  extractSamples(samples: Samples): Float32Array;
}
