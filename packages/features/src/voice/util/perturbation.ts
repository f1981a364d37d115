/**
 * The mean distance of values from the mean of `width` values around them, over the places at which
 * `usable` allows all `width` values, from the first on; NaN where there is none.
 *
 * @param width An odd number, or 2 for the distance of neighbours.
 */
export function perturbation(
  values: ArrayLike<number>,
  width: number,
  usable: (first: number) => boolean,
): number {
  const middle = Math.floor(width / 2);
  let sum = 0;
  let count = 0;
  for (let first = 0; first + width <= values.length; first++) {
    if (!usable(first)) continue;
    let around = 0;
    for (let i = first; i < first + width; i++) around += values[i];
    const distance =
      width === 2 ? values[first] - values[first + 1] : values[first + middle] - around / width;
    sum += Math.abs(distance);
    count++;
  }
  return sum / count;
}
