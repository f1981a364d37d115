/**
 * Each value averaged with those up to `reach` places before and after it; fewer at the ends.
 */
export function movingAverage(values: Float64Array, reach: number): Float64Array {
  return values.map((_, i) => {
    const from = Math.max(0, i - reach);
    const to = Math.min(values.length, i + reach + 1);
    let sum = 0;
    for (let k = from; k < to; k++) sum += values[k];
    return sum / (to - from);
  });
}
