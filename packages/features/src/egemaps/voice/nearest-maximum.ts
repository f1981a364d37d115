/**
 * The local maximum nearest to a place, -1 where none is within `reach`. Of two that are equally
 * near it is the upper one, or the lower.
 */
export function nearestMaximum(
  values: Float64Array,
  place: number,
  reach: number,
  tie: 'upper' | 'lower',
): number {
  const isMaximum = (i: number): boolean =>
    i > 0 && i < values.length - 1 && values[i] > values[i - 1] && values[i] >= values[i + 1];
  const side = tie === 'upper' ? 1 : -1;
  for (let distance = 0; distance <= reach; distance++) {
    if (isMaximum(place + side * distance)) return place + side * distance;
    if (isMaximum(place - side * distance)) return place - side * distance;
  }
  return -1;
}
