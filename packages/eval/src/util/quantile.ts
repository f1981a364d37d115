/**
 * The value below which a part `q` of the values is, interpolated between the two nearest.
 *
 * @param sorted Ascending.
 * @see numpy's `quantile`
 */
export function quantile(sorted: ArrayLike<number>, q: number): number {
  const at = q * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}
