import { applyFilters } from '../../kernels/apply-filters.ts';
import type { Samples } from '../../samples.ts';
import { Frames } from '../frames.ts';
import type { Matrix } from '../matrix.ts';
import type { PadMode } from '../pad-source.ts';
import { spectrogramOf } from '../spectrogram.ts';
import { pseudoPlan } from './pseudo-plan.ts';
import type { VariableQ } from './variable-q-plan.ts';

/**
 * The magnitudes of a constant-Q transform as if all parts of a filter were in phase:
 * `[nBins, frames]`; librosa's `pseudo_cqt`.
 *
 * @param samples Finite, and at least one.
 */
export function pseudoQ(
  caller: string,
  samples: Samples,
  transform: VariableQ,
  padMode: PadMode,
): Matrix {
  const { nFft, filters, gains } = pseudoPlan(caller, transform);
  const layout = { hopLength: transform.hopLength, center: true, padMode };
  const framing = { ...layout, nFft, winLength: nFft, window: 'hann' } as const;
  const { magnitudes } = spectrogramOf(new Frames(caller, samples, nFft, layout), framing);
  const result = applyFilters(filters, magnitudes);
  const { data, shape } = result;
  for (let i = 0; i < data.length; i++) data[i] *= gains[Math.floor(i / shape[1])];
  return result;
}
