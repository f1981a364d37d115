// Whether numbers are finite.

/**
 * Whether no float is NaN or infinite.
 *
 * @param count Is rounded up to a multiple of four.
 */
export function areFinite(values: usize, count: i32): bool {
  let greatest = f32x4.splat(0);
  let same = i32x4.splat(-1);
  for (let end = values + (<usize>count << 2); values < end; values += 16) {
    const size = f32x4.abs(v128.load(values));
    // The maximum skips NaN, which is found because it does not equal itself.
    same = v128.and(same, f32x4.eq(size, size));
    greatest = f32x4.pmax(greatest, size);
  }
  const limited = f32x4.le(greatest, f32x4.splat(f32.MAX_VALUE));
  return i32x4.all_true(v128.and(same, limited));
}
