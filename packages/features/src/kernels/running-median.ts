/**
 * Writes the medians of all windows of `size` neighbours, each of which is kept sorted while it
 * moves on: the number that leaves makes room for the one that comes. Of an even count it is the
 * upper of the two in the middle.
 *
 * @param line The bits of floats ≥ 0, which are in the order of the floats; `count + size - 1` of
 *   them.
 * @param out The medians, `stride` apart from `at` on.
 */
export function runningMedian(
  line: Int32Array,
  size: number,
  count: number,
  out: Int32Array,
  at: number,
  stride: number,
): void {
  const sorted = line.slice(0, size).sort();
  const middle = size >> 1;
  out[at] = sorted[middle];
  for (let i = 1, to = at + stride; i < count; i++, to += stride) {
    replace(sorted, line[i - 1], line[i + size - 1]);
    out[to] = sorted[middle];
  }
}

/** Takes one number out of a sorted list and puts another in. */
function replace(sorted: Int32Array, old: number, added: number): void {
  let place = placeOf(sorted, old);
  if (added > old) {
    const last = sorted.length - 1;
    for (; place < last && sorted[place + 1] < added; place++) sorted[place] = sorted[place + 1];
  } else {
    for (; place > 0 && sorted[place - 1] > added; place--) sorted[place] = sorted[place - 1];
  }
  sorted[place] = added;
}

/** Where the first number that is not less stands. */
function placeOf(sorted: Int32Array, value: number): number {
  let low = 0;
  let count = sorted.length;
  while (count > 0) {
    const half = count >> 1;
    if (sorted[low + half] < value) {
      low += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  return low;
}
