import { FeatureError } from '../../feature-error.ts';
import type { Samples } from '../../samples.ts';
import { badArgument, checkSamples } from '../../util/checks.ts';
import type { Matrix } from '../../util/matrix.ts';
import type { Extractor } from '../extractor.ts';
import type { ExtractorConfig, FeatureConfig } from '../extractor-config.ts';
import { type Functional, functionalOf, rowMeans } from '../statistics.ts';
import { Analysis } from './analysis.ts';
import { kindOf } from './kind-of.ts';
import { prepare } from './prepare.ts';

/** The values of a clip: their shape, their names, and how they are computed. */
interface Output {
  readonly shape: number[];
  readonly names: readonly string[];
  analyse(analysis: Analysis): Float32Array;
}

/**
 * An extractor from options that have been checked.
 *
 * @throws {FeatureError} for options with which no clip could be extracted.
 */
export function buildExtractor(caller: string, config: ExtractorConfig): Extractor {
  tryFeatures(caller, config);
  const { shape, names, analyse } = outputOf(config);
  const extractSamples = (samples: Samples): Float32Array => {
    checkSamples('extract', 'samples', samples);
    return analyse(new Analysis(samples, config));
  };
  return {
    config,
    shape,
    names,
    prepare: (audio) => prepare(audio, config),
    extractSamples,
    extract: (audio) => analyse(new Analysis(prepare(audio, config), config)),
  };
}

/**
 * Extracts a frame of silence, so that options that do not fit each other fail before a first clip.
 */
function tryFeatures(caller: string, config: ExtractorConfig): void {
  const { nFft = 2048, features, statistic = 'mean' } = config;
  const silence = new Analysis(new Float32Array(nFft), config);
  features.forEach((feature, i) => {
    try {
      if (statistic === 'mean') featureMeans(feature, silence);
      else featureRows(feature, silence);
    } catch (error) {
      if (!FeatureError.isInstance(error)) throw error;
      const text = `${caller}: \`features[${i}]\` must fit the rest: ${error.message}`;
      throw new FeatureError('bad-argument', text, { cause: error });
    }
  });
}

function outputOf(config: ExtractorConfig): Output {
  const { features, statistic = 'mean', frames = null } = config;
  const rows = features.flatMap((feature) => kindOf(feature).names(feature));
  if (statistic === null) {
    return {
      shape: [frames ?? -1, rows.length],
      names: rows,
      analyse: (analysis) => sequence(features, analysis, rows.length, frames),
    };
  }
  if (statistic === 'mean') {
    return {
      shape: [rows.length],
      names: rows,
      analyse: (analysis) =>
        concatenate(features.map((feature) => featureMeans(feature, analysis))),
    };
  }
  const statistics = typeof statistic === 'string' ? [statistic] : statistic;
  const functionals = statistics.flatMap((each) => functionalOf(each) ?? []);
  const names =
    typeof statistic === 'string'
      ? rows
      : statistics.flatMap((each) => rows.map((row) => `${row}_${each}`));
  return {
    shape: [names.length],
    names,
    analyse: (analysis) => summarise(features, analysis, functionals),
  };
}

function featureRows(feature: FeatureConfig, analysis: Analysis): Matrix {
  return kindOf(feature).rows(feature, analysis);
}

/** The mean of each row over the frames. */
function featureMeans(feature: FeatureConfig, analysis: Analysis): Float32Array {
  const means = kindOf(feature).means?.(feature, analysis);
  return means ?? rowMeans(featureRows(feature, analysis));
}

/** All rows of all features, frame by frame: `[frames, values]`. */
function sequence(
  features: readonly FeatureConfig[],
  analysis: Analysis,
  values: number,
  frames: number | null,
): Float32Array {
  const matrices = features.map((feature) => featureRows(feature, analysis));
  checkSameFrames(features, matrices);
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

/** Throws unless all features have as many frames, which stand beside each other. */
function checkSameFrames(features: readonly FeatureConfig[], matrices: readonly Matrix[]): void {
  const [, count] = matrices[0].shape;
  const other = matrices.findIndex(({ shape }) => shape[1] !== count);
  if (other < 0) return;
  const kinds = [features[0].kind, features[other].kind].join(' and ');
  const expected = `of as many frames for each (${kinds} differ; take an extractor for each)`;
  throw badArgument('extract', 'features', expected, `${count} and ${matrices[other].shape[1]}`);
}

/** All rows of the first statistic, then those of the next. */
function summarise(
  features: readonly FeatureConfig[],
  analysis: Analysis,
  functionals: readonly Functional[],
): Float32Array {
  const framesPerSecond = analysis.config.sampleRate / analysis.hopLength;
  const rows = features.flatMap((feature) => {
    const { data, shape } = featureRows(feature, analysis);
    const [count, length] = shape;
    return Array.from({ length: count }, (_, r) => data.subarray(r * length, (r + 1) * length));
  });
  return Float32Array.from(
    functionals.flatMap((apply) => rows.map((row) => apply(row, framesPerSecond))),
  );
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
