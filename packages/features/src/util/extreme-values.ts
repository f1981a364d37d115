/** Up to so many of each kind `inserted` is faster than `sorted`. */
export const MOST_INSERTED = 24;

/**
 * Writes the smallest of `values` from `from` to `end`, in rising order, and the greatest, in
 * falling order. Both arrays are as long, and no longer than the values.
 */
export function sorted(
  values: Float32Array,
  from: number,
  end: number,
  smallest: Float32Array,
  greatest: Float32Array,
): void {
  const all = values.slice(from, end).sort();
  smallest.set(all.subarray(0, smallest.length));
  greatest.set(all.subarray(all.length - greatest.length).reverse());
}

/** The same for a few of many, without sorting the others. */
export function inserted(
  values: Float32Array,
  from: number,
  end: number,
  smallest: Float32Array,
  greatest: Float32Array,
): void {
  const last = smallest.length - 1;
  smallest.fill(Number.POSITIVE_INFINITY);
  greatest.fill(Number.NEGATIVE_INFINITY);
  let least = Number.NEGATIVE_INFINITY;
  let most = Number.POSITIVE_INFINITY;
  for (let i = from; i < end; i++) {
    const value = values[i];
    if (value < most) {
      let at = last;
      for (; at > 0 && smallest[at - 1] > value; at--) smallest[at] = smallest[at - 1];
      smallest[at] = value;
      most = smallest[last];
    }
    if (value > least) {
      let at = last;
      for (; at > 0 && greatest[at - 1] < value; at--) greatest[at] = greatest[at - 1];
      greatest[at] = value;
      least = greatest[last];
    }
  }
}
