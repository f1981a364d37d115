// Passes over whole tensors. They are as fast as memory once four floats move at a time.

/** Operations of `binary`, beside division. */
const ADD: i32 = 0;
const SUBTRACT: i32 = 1;
const MULTIPLY: i32 = 2;

function combine(operation: i32, a: v128, b: v128): v128 {
  if (operation === MULTIPLY) return f32x4.mul(a, b);
  if (operation === ADD) return f32x4.add(a, b);
  if (operation === SUBTRACT) return f32x4.sub(a, b);
  return f32x4.div(a, b);
}

function combineOne(operation: i32, a: f32, b: f32): f32 {
  if (operation === MULTIPLY) return a * b;
  if (operation === ADD) return a + b;
  if (operation === SUBTRACT) return a - b;
  return a / b;
}

/**
 * y[row][column] = a[row][column] ∘ b[row][column]. An operand may repeat in every row, or be one
 * number.
 *
 * @param operation 0 add, 1 subtract, 2 multiply, 3 divide.
 * @param aPitch Bytes from one row of a to the next; 0 when it repeats.
 * @param aIsScalar Whether a is one number; rows is then 1.
 */
export function binary(
  operation: i32,
  a: usize,
  aPitch: usize,
  aIsScalar: bool,
  b: usize,
  bPitch: usize,
  bIsScalar: bool,
  y: usize,
  rows: i32,
  columns: i32,
): void {
  const yPitch = (<usize>columns) << 2;
  const vectors = yPitch & ~15;
  for (let row = 0; row < rows; row++, a += aPitch, b += bPitch, y += yPitch) {
    if (aIsScalar || bIsScalar) {
      const scalar = v128.load32_splat(aIsScalar ? a : b);
      for (let at: usize = 0; at < vectors; at += 16) {
        const left = aIsScalar ? scalar : v128.load(a + at);
        const right = bIsScalar ? scalar : v128.load(b + at);
        v128.store(y + at, combine(operation, left, right));
      }
    } else {
      for (let at: usize = 0; at < vectors; at += 16) {
        v128.store(y + at, combine(operation, v128.load(a + at), v128.load(b + at)));
      }
    }
    for (let at = vectors; at < yPitch; at += 4) {
      const left = load<f32>(aIsScalar ? a : a + at);
      const right = load<f32>(bIsScalar ? b : b + at);
      store<f32>(y + at, combineOne(operation, left, right));
    }
  }
}

/** dx = 2·x·dy, the gradient of a square. */
export function squareGradient(x: usize, dy: usize, dx: usize, size: i32): void {
  const bytes = (<usize>size) << 2;
  const vectors = bytes & ~15;
  for (let at: usize = 0; at < vectors; at += 16) {
    const value = v128.load(x + at);
    v128.store(dx + at, f32x4.mul(v128.load(dy + at), f32x4.add(value, value)));
  }
  for (let at = vectors; at < bytes; at += 4) {
    const value = load<f32>(x + at);
    store<f32>(dx + at, load<f32>(dy + at) * (value + value));
  }
}

/** Four floats, or in the remainder of a row one of them, four times. */
// @ts-ignore: decorator
@inline
export function loadSome(at: usize, isVector: bool): v128 {
  return isVector ? v128.load(at) : v128.load32_splat(at);
}

/** What `loadSome` loads, stored. */
// @ts-ignore: decorator
@inline
export function storeSome(at: usize, value: v128, isVector: bool): void {
  if (isVector) v128.store(at, value);
  else v128.store32_lane(at, value, 0);
}

/** max(x, 0), of the bits as whole numbers; NaN stays. */
// @ts-ignore: decorator
@inline
export function rectified(x: v128): v128 {
  return v128.bitselect(x, i32x4.max_s(x, i32x4.splat(0)), f32x4.ne(x, x));
}

/** y = max(x, 0). */
export function relu(x: usize, y: usize, size: i32): void {
  const bytes = (<usize>size) << 2;
  const vectors = bytes & ~15;
  for (let at: usize = 0; at < vectors; at += 16) v128.store(y + at, rectified(v128.load(x + at)));
  for (let at = vectors; at < bytes; at += 4) {
    v128.store32_lane(y + at, rectified(v128.load32_zero(x + at)), 0);
  }
}

/** dy where x > 0, else 0; see `reluGradient`. */
// @ts-ignore: decorator
@inline
export function rectifiedGradient(x: v128, dy: v128): v128 {
  // A difference with itself is 0, or NaN where 0 times it would be.
  const selected = v128.bitselect(f32x4.sub(dy, dy), dy, f32x4.le(x, f32x4.splat(0)));
  return v128.bitselect(x, selected, f32x4.ne(x, x));
}

/** dx = dy·y·(1 − y), the gradient of a sigmoid y. */
export function sigmoidGradient(y: usize, dy: usize, dx: usize, size: i32): void {
  for (let at: usize = 0; at < (<usize>size) << 2; at += 4) {
    const value = load<f32>(y + at);
    store<f32>(dx + at, load<f32>(dy + at) * (value * (<f32>1 - value)));
  }
}

/**
 * dx = dy where x > 0, else 0: the gradient of a rectifier. As in tfjs, NaN in x is NaN in dx, and
 * so is a dy without end, or NaN, that meets a zero.
 */
export function reluGradient(x: usize, dy: usize, dx: usize, size: i32): void {
  const bytes = (<usize>size) << 2;
  const vectors = bytes & ~15;
  for (let at: usize = 0; at < vectors; at += 16) {
    v128.store(dx + at, rectifiedGradient(v128.load(x + at), v128.load(dy + at)));
  }
  for (let at = vectors; at < bytes; at += 4) {
    const value = load<f32>(x + at);
    const gradient = load<f32>(dy + at);
    const selected = value <= 0 ? gradient - gradient : gradient;
    store<f32>(dx + at, isNaN(value) ? value : selected);
  }
}
