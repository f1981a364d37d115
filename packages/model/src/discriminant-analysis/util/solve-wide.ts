import { ModelError } from '../../model-error.ts';
import { type Examples, readBlocks } from '../../util/examples.ts';
import { scatterKernel } from '../kernels/scatter-kernel.ts';
import { TILE_ROWS } from '../kernels/scatter-kernel-js.ts';
import type { ClassMeans } from './class-means.ts';
import { columnLayout, columnStart, LANES } from './column-layout.ts';
import { conjugateGradients } from './conjugate-gradients.ts';
import type { Pace } from './pace.ts';
import type { WithinClassCovariance } from './within-class-covariance.ts';

/** What `solveWide` stops by. */
interface WideOptions {
  /** The largest residual, as a share of the right-hand side. */
  tolerance: number;
  onIteration?: (residual: number) => void;
}

/**
 * Solves `covariance · coefᵀ = meansᵀ` by conjugate gradients, for which the covariance is never a
 * matrix: each step goes over the rows.
 *
 * @returns Row-major `[classes, features]`, and how many steps it took.
 * @throws {ModelError} `bad-argument` where the residual does not fall to the tolerance.
 */
export async function solveWide(
  examples: Examples,
  y: Int32Array,
  { means, counts }: ClassMeans,
  { weights, ridge, diagonal }: WithinClassCovariance,
  { tolerance, onIteration }: WideOptions,
  pace: Pace,
): Promise<{ coef: Float64Array; iterations: number }> {
  const features = ridge.length;
  const classes = counts.length;
  const layout = columnLayout(features, classes);
  const b = new Float64Array(layout.size);
  for (let c = 0; c < classes; c++) {
    const start = columnStart(layout, c);
    for (let j = 0; j < features; j++) b[start + j * LANES] = means[c * features + j];
  }
  const kernel = scatterKernel(layout, means);
  const multiply = async (vectors: Float64Array): Promise<Float64Array> => {
    kernel.vectors.set(vectors);
    for (let i = 0; i < layout.size; i++) {
      kernel.products[i] = ridge[Math.floor(i / LANES) % features] * vectors[i];
    }
    for await (const { x, first, count } of readBlocks(examples, y.length)) {
      // A block holds whole tiles, so that the sums are those of all rows in one.
      const labels = y.subarray(first, first + count);
      for (let row = 0; row < count; row += TILE_ROWS) {
        kernel.addRows(x, row, Math.min(TILE_ROWS, count - row), labels, weights);
        await pace.spend(2 * TILE_ROWS * layout.size);
      }
    }
    return kernel.products;
  };
  // Without rounding, as many steps as there are features would do.
  const stop = { tolerance, maxIterations: features, onIteration };
  const solved = await conjugateGradients({ multiply, diagonal }, b, layout, stop);
  if (!(solved.residual <= tolerance)) {
    throw new ModelError(
      'bad-argument',
      'LinearDiscriminantAnalysis.fit: `shrinkage` must be larger, or `tolerance`: after ' +
        `${solved.iterations} iterations the residual must be at most ${tolerance}, got ` +
        `${solved.residual}`,
    );
  }
  const coef = new Float64Array(means.length);
  for (let c = 0; c < classes; c++) {
    const start = columnStart(layout, c);
    for (let j = 0; j < features; j++) coef[c * features + j] = solved.x[start + j * LANES];
  }
  return { coef, iterations: solved.iterations };
}
