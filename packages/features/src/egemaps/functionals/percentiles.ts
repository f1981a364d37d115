/** The percentiles, as parts of 1, interpolated between values; zeros of no values. */
export function percentiles(values: Float32Array, parts: readonly number[]): number[] {
  const sorted = values.slice().sort();
  return parts.map((part) => {
    if (sorted.length === 0) return 0;
    const place = part * (sorted.length - 1);
    const below = Math.floor(place);
    const above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  });
}
