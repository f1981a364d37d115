import type { MelOptions } from '../../filters/mel.ts';
import { integer, nonNegative, positive } from '../../util/field-checks.ts';
import { MAX_FEATURE_ROWS } from '../../util/limits.ts';
import { zeros } from '../../util/matrix.ts';
import {
  firstState,
  greatestNear,
  normalised,
  type PcenParameters,
  type PcenValuesOptions,
  pcenParameters,
  smoothed,
  stateAfter,
} from '../../util/pcen-values.ts';
import type { FeatureKind } from '../feature-kind.ts';
import { liveMel } from '../util/live-mel.ts';
import { DEFAULT_MELS, MEL_CHECKS, melNorm } from '../util/mel-checks.ts';
import { numbered } from '../util/numbered.ts';

/** Per-channel energy normalisation of a mel spectrogram: `pcen_1`, `pcen_2`, … */
export interface PcenConfig extends Readonly<MelOptions>, Readonly<PcenValuesOptions> {
  readonly kind: 'pcen';
  /** Exponent of the magnitude that the mel bands sum. Default 1. */
  readonly melPower?: number;
  /**
   * What the mel bands are multiplied by. Default 2 ** 31, the full scale for which the defaults
   * of the normalisation are made.
   */
  readonly scale?: number;
}

/** The full scale of 32-bit samples. */
const FULL_SCALE = 2 ** 31;

export const pcenKind: FeatureKind<PcenConfig> = {
  kind: 'pcen',
  checks: {
    melPower: positive,
    scale: positive,
    ...MEL_CHECKS,
    norm: melNorm,
    gain: nonNegative,
    bias: nonNegative,
    power: nonNegative,
    timeConstant: positive,
    eps: positive,
    maxSize: integer(1, MAX_FEATURE_ROWS),
  },
  weights: ({ nMels = DEFAULT_MELS }, bins) => nMels * bins,
  names: ({ nMels = DEFAULT_MELS }) => numbered('pcen', nMels),
  rows(config, analysis) {
    const { melPower = 1, scale = FULL_SCALE } = config;
    const { data, shape } = analysis.mel(melPower, config);
    const [rows, frames] = shape;
    const framesPerSecond = analysis.config.sampleRate / analysis.hopLength;
    const step = stepOf(pcenParameters('pcen', config, undefined, framesPerSecond), rows);
    const result = zeros(rows, frames);
    const bands = new Float32Array(rows);
    const values = new Float32Array(rows);
    for (let t = 0; t < frames; t++) {
      for (let row = 0; row < rows; row++) bands[row] = scale * data[row * frames + t];
      step(bands, values, 0);
      for (let row = 0; row < rows; row++) result.data[row * frames + t] = values[row];
    }
    return result;
  },
  live(config, source) {
    const { melPower = 1, scale = FULL_SCALE } = config;
    const { values, compute } = liveMel(config, melPower, source);
    const framesPerSecond = source.sampleRate / source.hopLength;
    const step = stepOf(pcenParameters('pcen', config, undefined, framesPerSecond), values.length);
    const bands = new Float32Array(values.length);
    return (out, at) => {
      compute();
      for (let row = 0; row < bands.length; row++) bands[row] = scale * values[row];
      step(bands, out, at);
    };
  },
};

/** Normalises one frame after the other. Allocates nothing. */
function stepOf(
  parameters: PcenParameters,
  rows: number,
): (bands: Float32Array, out: Float32Array, at: number) => void {
  const states = new Float64Array(rows).fill(firstState(parameters));
  return (bands, out, at) => {
    for (let row = 0; row < rows; row++) {
      const loud = greatestNear(bands, row, rows, 1, 0, parameters.maxSize);
      const loudness = smoothed(loud, states[row], parameters);
      states[row] = stateAfter(loudness, parameters);
      out[at + row] = normalised(bands[row], loudness, parameters);
    }
  };
}
