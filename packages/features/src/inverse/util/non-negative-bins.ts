import type { Matrix } from '../../util/matrix.ts';
import { Bands } from './bands.ts';

/**
 * How much the size of a solution counts beside its error, as a part of the greatest sum of squares
 * of a band's weights. With less the equations lose their last digits.
 */
const DAMPING = 1e-7;

/** It has converged where the error of the equations is so small a part of the greatest level. */
const TOLERANCE = 1e-9;

/** Newton's method ends after so many steps; it takes about ten. */
const MAX_STEPS = 200;

/** A step is shortened so often at the most. */
const MAX_HALVINGS = 40;

/**
 * The non-negative values of bins whose mel bands are nearest to given ones by least squares. Of
 * those that are as near it takes the smallest: a band says little of how its bins share it.
 *
 * With a little damping λ the solution is `x = max(0, Aᵀy)` where `A x + λ y = b`. Its `y` is the
 * minimum of a convex function of as many numbers as there are bands, whose second derivatives are
 * tridiagonal because only neighbours overlap: Newton's method needs a few steps. It begins at the
 * pseudo-inverse, as librosa's `util.nnls` does.
 *
 * @param filters `[bands, bins]` of `filters.mel`.
 * @param levels `[bands, frames]`, not negative.
 * @returns `[bins, frames]`.
 */
export function nonNegativeBins(filters: Matrix, levels: Matrix): Matrix {
  const [count, frames] = levels.shape;
  const [, bins] = filters.shape;
  const bands = new Bands(filters, DAMPING);
  const result = new Float32Array(bins * frames);
  const target = new Float64Array(count);
  for (let t = 0; t < frames; t++) {
    for (let m = 0; m < count; m++) target[m] = levels.data[m * frames + t];
    const values = solve(bands, target);
    for (let k = 0; k < bins; k++) result[k * frames + t] = values[k];
  }
  return { data: result, shape: [bins, frames] };
}

/** The bins of one frame, which are valid until the next call. */
function solve(bands: Bands, target: Float64Array): Float64Array {
  const greatest = target.reduce((most, value) => Math.max(most, value), 0);
  const weights = new Float64Array(target.length);
  const trial = new Float64Array(target.length);
  bands.pseudoInverse(target, weights);
  for (let step = 0; step < MAX_STEPS; step++) {
    const { error, direction } = bands.newton(weights, target);
    if (error <= TOLERANCE * greatest) break;
    const steep = Math.abs(bands.slope(weights, target, direction));
    // A step that is too long ends where the function rises steeply again.
    for (let size = 1, n = 0; n < MAX_HALVINGS; size /= 2, n++) {
      for (let m = 0; m < trial.length; m++) trial[m] = weights[m] + size * direction[m];
      if (bands.slope(trial, target, direction) <= steep / 2) break;
    }
    weights.set(trial);
  }
  return bands.bins(weights);
}
