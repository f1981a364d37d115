/** Column of the greatest value in a row of a row-major matrix; the first of several. */
export function argMax(values: ArrayLike<number>, row: number, columns: number): number {
  let best = 0;
  for (let j = 1; j < columns; j++) {
    if (values[row * columns + j] > values[row * columns + best]) best = j;
  }
  return best;
}
