/**
 * Writes to `maxima` the greatest of the `2 * reach + 1` values around each of `values`, in a time
 * that does not depend on the reach.
 *
 * @param queue As long as the values; its contents are overwritten.
 */
export function slidingMaximum(
  values: Float64Array,
  reach: number,
  maxima: Float64Array,
  queue: Int32Array,
): void {
  const { length } = values;
  // Indices whose values fall from the head to the tail: no later value is greater.
  let head = 0;
  let tail = 0;
  let next = 0;
  for (let i = 0; i < length; i++) {
    for (; next < length && next <= i + reach; next++) {
      while (tail > head && values[queue[tail - 1]] <= values[next]) tail--;
      queue[tail++] = next;
    }
    if (queue[head] < i - reach) head++;
    maxima[i] = values[queue[head]];
  }
}
