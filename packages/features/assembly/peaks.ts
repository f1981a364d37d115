// Local maxima of a spectrum.

/**
 * Bins in [first, end) that are greater than `threshold` times the frame's maximum, greater than
 * the bin before and not less than the bin after.
 *
 * @param frame `bins` floats; bin `end` is one of them.
 * @param out Room for an integer a peak.
 * @returns How many peaks there are.
 */
export function findPeaks(
  frame: usize,
  bins: i32,
  first: i32,
  end: i32,
  threshold: f32,
  out: usize,
): i32 {
  const floor = threshold * greatest(frame, bins);
  const floors = f32x4.splat(floor);
  const start = out;
  let bin = first;
  for (; bin + 4 <= end; bin += 4) {
    const at = frame + (<usize>bin << 2);
    const value = v128.load(at);
    const rises = v128.and(f32x4.gt(value, floors), f32x4.gt(value, v128.load(at - 4)));
    let found = i32x4.bitmask(v128.and(rises, f32x4.ge(value, v128.load(at, 4))));
    for (; found; found &= found - 1, out += 4) store<i32>(out, bin + ctz(found));
  }
  for (; bin < end; bin++) {
    const at = frame + (<usize>bin << 2);
    const value = load<f32>(at);
    if (value > floor && value > load<f32>(at - 4) && value >= load<f32>(at, 4)) {
      store<i32>(out, bin);
      out += 4;
    }
  }
  return <i32>((out - start) >> 2);
}

/** The greatest of values and 0. */
function greatest(values: usize, count: i32): f32 {
  let four = f32x4.splat(0);
  const end = values + (<usize>count << 2);
  for (; values + 16 <= end; values += 16) four = f32x4.pmax(four, v128.load(values));
  let maximum: f32 = 0;
  for (; values < end; values += 4) maximum = max(maximum, load<f32>(values));
  maximum = max(maximum, f32x4.extract_lane(four, 0));
  maximum = max(maximum, f32x4.extract_lane(four, 1));
  maximum = max(maximum, f32x4.extract_lane(four, 2));
  return max(maximum, f32x4.extract_lane(four, 3));
}
