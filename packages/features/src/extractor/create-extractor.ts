import { checkNonNegative, checkPositive, invalid } from '../check.ts';
import type { Audio, Samples } from '../samples.ts';
import { Analysis } from './analysis.ts';
import type { ExtractorConfig } from './config.ts';
import { featureNames, featureRows } from './feature-rows.ts';
import { prepare } from './prepare.ts';

/** Turns clips into vectors of features. */
export interface Extractor {
  /** What it was made from: plain JSON that makes the same extractor again. */
  readonly config: ExtractorConfig;
  /** The shape of what comes out. */
  readonly shape: number[];
  /** A name a value, such as `mfcc_1`. */
  readonly names: readonly string[];
  /**
   * `extractSamples(prepare(audio))`.
   *
   * @throws FeatureError for a clip that ends before the offset or has samples that are not finite
   */
  extract(audio: Audio): Float32Array;
  /** The part of a clip that is used, at the extractor's rate; what augmentation starts from. */
  prepare(audio: Audio): Samples;
  /** The features of samples that are cut and at the extractor's rate. */
  extractSamples(samples: Samples): Float32Array;
}

/**
 * An extractor from its configuration.
 *
 * @example
 * const extractor = createExtractor(presets.summary162);
 * extractor.extract({ samples, sampleRate: 48_000 }); // Float32Array(162)
 *
 * @throws FeatureError for a configuration that no clip could be extracted with
 */
export function createExtractor(config: ExtractorConfig): Extractor {
  const { sampleRate, features, offset = 0, duration = null, statistic = 'mean' } = config;
  checkPositive('createExtractor', 'sampleRate', sampleRate);
  checkNonNegative('createExtractor', 'offset', offset);
  if (duration !== null) checkPositive('createExtractor', 'duration', duration);
  if (statistic !== 'mean') throw invalid('createExtractor', 'statistic', "'mean'", statistic);
  if (!Array.isArray(features) || features.length === 0) {
    throw invalid('createExtractor', 'features', 'a list of at least one feature', features);
  }
  const names = features.flatMap(featureNames);

  const extractSamples = (samples: Samples): Float32Array => {
    const analysis = new Analysis(samples, config);
    const values = new Float32Array(names.length);
    let next = 0;
    for (const feature of features) {
      const { data, shape } = featureRows(feature, analysis);
      for (let row = 0; row < shape[0]; row++) values[next++] = mean(data, row, shape[1]);
    }
    return values;
  };

  // A frame of silence: an option out of range fails here and not with the first clip.
  extractSamples(new Float32Array(config.nFft ?? 2048));

  return {
    config,
    shape: [names.length],
    names,
    prepare: (audio) => prepare(audio, config),
    extractSamples,
    extract: (audio) => extractSamples(prepare(audio, config)),
  };
}

function mean(values: Float32Array, row: number, count: number): number {
  let sum = 0;
  for (let i = row * count; i < (row + 1) * count; i++) sum += values[i];
  return sum / count;
}
