// Vectors at the end of a row that is no whole number of them. Lanes beyond the row are zeros, and
// are not written.

/** Loads four floats, or the `left` that there are. */
@inline
export function loadPart(at: usize, left: i32): v128 {
  return left >= 4 ? v128.load(at) : loadTail(at, left);
}

function loadTail(at: usize, left: i32): v128 {
  let value = v128.load32_zero(at);
  if (left > 1) value = v128.load_lane<f32>(at, value, 1, 4);
  if (left > 2) value = v128.load_lane<f32>(at, value, 2, 8);
  return value;
}

/** Stores four floats, or the `left` that there is room for. */
@inline
export function storePart(at: usize, value: v128, left: i32): void {
  if (left >= 4) v128.store(at, value);
  else storeTail(at, value, left);
}

function storeTail(at: usize, value: v128, left: i32): void {
  v128.store_lane<f32>(at, value, 0);
  if (left > 1) v128.store_lane<f32>(at, value, 1, 4);
  if (left > 2) v128.store_lane<f32>(at, value, 2, 8);
}
