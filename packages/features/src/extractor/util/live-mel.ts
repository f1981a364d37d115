import type { MelOptions } from '../../filters/mel.ts';
import { filterFrame } from '../../kernels/filter-frame.ts';
import { writeDecibels } from '../../kernels/write-decibels.ts';
import type { FrameSource } from '../../stream/util/frame-source.ts';
import { melBank } from '../../util/mel-bank.ts';
import type { FrameFeature } from '../feature-kind.ts';
import type { Deltas } from './deltas.ts';
import { DEFAULT_MELS } from './mel-checks.ts';
import type { TopDb } from './mel-decibels.ts';
import { needsWholeSignal } from './needs-whole-signal.ts';

/** The mel bands of the current frame. `compute` writes them to `values`. */
export interface LiveBands {
  readonly values: Float32Array;
  readonly compute: () => void;
}

/** librosa's least power. Smaller ones are raised to it. */
const LEAST_POWER = 1e-10;

/** Mel bands of |spectrum|^power. */
export function liveMel(
  { nMels = DEFAULT_MELS, fMin, fMax, htk, norm }: MelOptions,
  power: number,
  source: FrameSource,
): LiveBands {
  const { sampleRate, nFft } = source;
  const filters = melBank({ sampleRate, nFft, nMels, fMin, fMax, htk, norm });
  const sums = new Float64Array(filters.rows);
  const values = new Float32Array(filters.rows);
  return { values, compute: () => filterFrame(filters, source.power(power), sums, values) };
}

/**
 * Mel bands in dB, ref 1.
 *
 * @throws {FeatureError} for a cut below the maximum and for derivatives, which need the whole
 *   signal.
 */
export function liveMelDecibels(
  mel: MelOptions,
  { topDb, deltas = 0 }: TopDb & Deltas,
  source: FrameSource,
  path: string,
): LiveBands {
  if (topDb !== null) throw needsWholeSignal(`${path}.topDb`, 'null', topDb);
  if (deltas !== 0) throw needsWholeSignal(`${path}.deltas`, '0', deltas);
  const { values, compute } = liveMel(mel, 2, source);
  return {
    values,
    compute: () => {
      compute();
      writeDecibels(values, values, LEAST_POWER, 0);
    },
  };
}

/** The bands as a feature of a frame. */
export function writeBands({ values, compute }: LiveBands): FrameFeature {
  return (out, at) => {
    compute();
    for (let i = 0; i < values.length; i++) out[at + i] = values[i];
  };
}
