/**
 * Rounds each column to a power of two of at most `fraction` of its standard deviation, so that a
 * table compresses. The rounded values are exact in float32.
 *
 * @param x row-major `[rows, columns]`
 * @returns a rounded copy
 */
export function roundColumns(x: Float32Array, columns: number, fraction: number): Float32Array {
  const rows = x.length / columns;
  const rounded = new Float32Array(x.length);
  for (let j = 0; j < columns; j++) {
    let sum = 0;
    let squares = 0;
    for (let i = j; i < x.length; i += columns) sum += x[i];
    const mean = sum / rows;
    for (let i = j; i < x.length; i += columns) squares += (x[i] - mean) ** 2;
    const deviation = Math.sqrt(squares / rows);
    const step = deviation > 0 ? 2 ** Math.floor(Math.log2(deviation * fraction)) : 0;
    for (let i = j; i < x.length; i += columns) {
      rounded[i] = step > 0 ? Math.round(x[i] / step) * step : x[i];
    }
  }
  return rounded;
}
