import type { Audio, Samples } from '../samples.ts';
import {
  badArgument,
  checkInteger,
  checkNonNegative,
  checkPositive,
  checkSamples,
  MAX_LENGTH,
} from '../util/check.ts';
import { Analysis } from './analysis.ts';
import type { ExtractorConfig, FeatureConfig } from './extractor-config.ts';
import { featureMeans, featureNames, featureRows } from './feature-rows.ts';
import { prepare } from './prepare.ts';
import { functional, type Statistic } from './statistics.ts';

/** Turns clips into vectors or sequences of features. */
export interface Extractor {
  /** What it was made from: plain JSON that makes the same extractor again. */
  readonly config: ExtractorConfig;
  /**
   * The shape of what comes out, row-major: `[values]`, or `[frames, values]` with `statistic: null`,
   * where frames is -1 unless the configuration fixes it.
   */
  readonly shape: number[];
  /** A name a value, such as `mfcc_1`, or `mfcc_1_std` where there is a list of statistics. */
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
  const given = config ?? {};
  const { sampleRate, features, offset = 0, duration = null, statistic = 'mean' } = given;
  const { nFft = 2048, hopLength = 512, frames = null } = given;
  checkPositive('createExtractor', 'sampleRate', sampleRate);
  checkInteger('createExtractor', 'nFft', nFft, 1, MAX_LENGTH);
  checkNonNegative('createExtractor', 'offset', offset);
  if (duration !== null) checkPositive('createExtractor', 'duration', duration);
  if (!Array.isArray(features) || features.length === 0) {
    throw badArgument('createExtractor', 'features', 'a list of at least one feature', features);
  }
  if (frames !== null) {
    checkInteger('createExtractor', 'frames', frames, 1, MAX_LENGTH);
    if (statistic !== null)
      throw badArgument('createExtractor', 'frames', 'null beside a statistic', frames);
  }
  const rows = features.flatMap(featureNames);

  if (statistic === null) {
    return make([frames ?? -1, rows.length], rows, (samples) =>
      sequence(features, new Analysis(samples, config), rows.length, frames),
    );
  }
  if (statistic === 'mean') {
    return make([rows.length], rows, (samples) => {
      const analysis = new Analysis(samples, config);
      return concatenate(features.map((feature) => featureMeans(feature, analysis)));
    });
  }
  const statistics: readonly Statistic[] = typeof statistic === 'string' ? [statistic] : statistic;
  const functionals = statistics.map(functional);
  if (functionals.length === 0) {
    throw badArgument('createExtractor', 'statistic', 'a list of at least one', statistic);
  }
  const names =
    typeof statistic === 'string'
      ? rows
      : statistics.flatMap((each) => rows.map((row) => `${row}_${each}`));
  return make([names.length], names, (samples) => {
    const analysis = new Analysis(samples, config);
    const matrices = features.map((feature) => featureRows(feature, analysis));
    const each = matrices.flatMap(({ data, shape: [count, length] }) =>
      Array.from({ length: count }, (_, r) => data.subarray(r * length, (r + 1) * length)),
    );
    return Float32Array.from(
      functionals.flatMap((apply) => each.map((row) => apply(row, sampleRate / hopLength))),
    );
  });

  function make(
    shape: number[],
    names: readonly string[],
    analyse: (samples: Samples) => Float32Array,
  ): Extractor {
    // A frame of silence: an option out of range fails here and not with the first clip.
    analyse(new Float32Array(nFft));
    const extractSamples = (samples: Samples): Float32Array => {
      checkSamples('extract', 'samples', samples);
      return analyse(samples);
    };
    return {
      config,
      shape,
      names,
      prepare: (audio) => prepare(audio, config),
      extractSamples,
      extract: (audio) => analyse(prepare(audio, config)),
    };
  }
}

/** All rows of all features, a frame after the other: `[frames, values]`. */
function sequence(
  features: readonly FeatureConfig[],
  analysis: Analysis,
  values: number,
  frames: number | null,
): Float32Array {
  const matrices = features.map((feature) => featureRows(feature, analysis));
  const length = frames ?? matrices[0].shape[1];
  const result = new Float32Array(length * values);
  let column = 0;
  for (const { data, shape } of matrices) {
    for (let row = 0; row < shape[0]; row++, column++) {
      for (let t = 0; t < Math.min(length, shape[1]); t++) {
        result[t * values + column] = data[row * shape[1] + t];
      }
    }
  }
  return result;
}

function concatenate(parts: readonly Float32Array[]): Float32Array {
  const result = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}
