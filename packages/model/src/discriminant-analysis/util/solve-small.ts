/**
 * Solves `matrix · x = b` for a few unknowns by the decomposition of Cholesky.
 *
 * @param matrix Symmetric and positive definite, `[size][size]`.
 * @param b `[size][columns]`.
 * @returns `[size][columns]`.
 */
export function solveSmall(
  matrix: readonly (readonly number[])[],
  b: readonly (readonly number[])[],
): number[][] {
  const size = matrix.length;
  const lower = matrix.map((row) => [...row]);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = lower[i][j];
      for (let k = 0; k < j; k++) sum -= lower[i][k] * lower[j][k];
      lower[i][j] = i === j ? Math.sqrt(sum) : sum / lower[j][j];
    }
  }
  const x = b.map((row) => [...row]);
  for (let c = 0; c < (x[0]?.length ?? 0); c++) {
    for (let i = 0; i < size; i++) {
      for (let k = 0; k < i; k++) x[i][c] -= lower[i][k] * x[k][c];
      x[i][c] /= lower[i][i];
    }
    for (let i = size - 1; i >= 0; i--) {
      for (let k = i + 1; k < size; k++) x[i][c] -= lower[k][i] * x[k][c];
      x[i][c] /= lower[i][i];
    }
  }
  return x;
}
