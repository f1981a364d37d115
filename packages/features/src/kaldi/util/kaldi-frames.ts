import type { Samples } from '../../samples.ts';
import { badArgument, checkSamples } from '../../util/checks.ts';
import { MAX_VALUES } from '../../util/limits.ts';
import { type Matrix, zeros } from '../../util/matrix.ts';
import { padSource } from '../../util/pad-source.ts';
import type { KaldiSettings } from './kaldi-settings.ts';

/** Computes the values of the frame at `start` of `values`, and writes them to `out` from `at` on. */
export interface KaldiValues {
  /** How many values a frame has. */
  readonly rows: number;
  compute(values: Samples, start: number, out: Float32Array, at: number): void;
}

/**
 * The values of all frames of a signal, `[rows, frames]`.
 *
 * @throws {FeatureError} for samples that are empty, not finite or too short for a frame.
 */
export function kaldiFrames(
  caller: string,
  samples: Samples,
  { length, shift, snipEdges }: KaldiSettings,
  { rows, compute }: KaldiValues,
): Matrix {
  checkSamples(caller, 'samples', samples);
  const half = Math.floor(shift / 2);
  const least = snipEdges ? length : shift - half;
  if (samples.length < least) {
    throw badArgument(caller, 'samples', `at least ${least} long`, samples.length);
  }
  const count = 1 + Math.floor((samples.length - least) / shift);
  if (rows * count > MAX_VALUES) {
    const expected = `long enough for ${MAX_VALUES} values at most in ${count} frames of ${rows}`;
    throw badArgument(caller, 'frameShift', expected, shift);
  }
  const result = zeros(rows, count);
  const frame = new Float32Array(rows);
  const edge = new Float64Array(length);
  const mirrored = padSource('symmetric', samples.length);
  const offset = snipEdges ? 0 : half - Math.floor(length / 2);
  for (let t = 0; t < count; t++) {
    const start = t * shift + offset;
    if (start >= 0 && start + length <= samples.length) {
      compute(samples, start, frame, 0);
    } else {
      for (let i = 0; i < length; i++) {
        const at = start + i;
        edge[i] = samples[at >= 0 && at < samples.length ? at : mirrored(at)];
      }
      compute(edge, 0, frame, 0);
    }
    for (let row = 0; row < rows; row++) result.data[row * count + t] = frame[row];
  }
  return result;
}
