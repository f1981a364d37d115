// Sums over a block of axes, [outer, reduced, inner] → [outer, inner], and their gradient.

/** Rows that are summed before they join the total, so that long sums stay exact. */
const BLOCK: i32 = 64;

/** Rows that are added in one pass. */
const UNROLLED_ROWS: i32 = 4;

/** to[column] += Σ over rows of x[row][column]. */
export function addRows(x: usize, rows: i32, columns: i32, to: usize): void {
  const pitch = (<usize>columns) << 2;
  const vectors = pitch & ~15;
  let row = 0;
  for (; row + UNROLLED_ROWS <= rows; row += UNROLLED_ROWS) {
    const x1 = x + pitch;
    const x2 = x1 + pitch;
    const x3 = x2 + pitch;
    for (let at: usize = 0; at < vectors; at += 16) {
      const first = f32x4.add(v128.load(x + at), v128.load(x1 + at));
      const second = f32x4.add(v128.load(x2 + at), v128.load(x3 + at));
      v128.store(to + at, f32x4.add(v128.load(to + at), f32x4.add(first, second)));
    }
    for (let at = vectors; at < pitch; at += 4) {
      const first = load<f32>(x + at) + load<f32>(x1 + at);
      const second = load<f32>(x2 + at) + load<f32>(x3 + at);
      store<f32>(to + at, load<f32>(to + at) + (first + second));
    }
    x = x3 + pitch;
  }
  for (; row < rows; row++, x += pitch) {
    for (let at: usize = 0; at < vectors; at += 16) {
      v128.store(to + at, f32x4.add(v128.load(to + at), v128.load(x + at)));
    }
    for (let at = vectors; at < pitch; at += 4) {
      store<f32>(to + at, load<f32>(to + at) + load<f32>(x + at));
    }
  }
}

/** Floats that are added in one pass: four vectors. */
const UNROLLED_FLOATS: i32 = 16;

/** A term of `sumRun`. */
// @ts-ignore: decorator
@inline
function term<Squares>(value: v128, factor: f32): v128 {
  return isFloat<Squares>() ? f32x4.mul(f32x4.splat(factor), f32x4.mul(value, value)) : value;
}

/** Σ of `count` consecutive floats, or where `Squares` is a float Σ factor·x². */
function sumRun<Squares>(x: usize, count: i32, factor: f32): f32 {
  let total: f32 = 0;
  while (count > 0) {
    const length = min(count, BLOCK * UNROLLED_FLOATS);
    const end = x + ((<usize>length) << 2);
    const vectorEnd = x + ((<usize>(length & -UNROLLED_FLOATS)) << 2);
    let s0 = f32x4.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    for (; x < vectorEnd; x += 64) {
      s0 = f32x4.add(s0, term<Squares>(v128.load(x), factor));
      s1 = f32x4.add(s1, term<Squares>(v128.load(x, 16), factor));
      s2 = f32x4.add(s2, term<Squares>(v128.load(x, 32), factor));
      s3 = f32x4.add(s3, term<Squares>(v128.load(x, 48), factor));
    }
    const s = f32x4.add(f32x4.add(s0, s1), f32x4.add(s2, s3));
    let partial =
      f32x4.extract_lane(s, 0) +
      f32x4.extract_lane(s, 1) +
      (f32x4.extract_lane(s, 2) + f32x4.extract_lane(s, 3));
    for (; x < end; x += 4) {
      partial += f32x4.extract_lane(term<Squares>(v128.load32_splat(x), factor), 0);
    }
    total += partial;
    count -= length;
  }
  return total;
}

/**
 * y[outer][inner] = Σ over reduced of x[outer][reduced][inner], divided by `divisor`.
 *
 * @param scratch `inner` floats.
 */
export function sum(
  x: usize,
  y: usize,
  outer: i32,
  reduced: i32,
  inner: i32,
  divisor: f32,
  scratch: usize,
): void {
  const pitch = (<usize>inner) << 2;
  for (let i = 0; i < outer; i++, y += pitch) {
    if (inner === 1) {
      store<f32>(y, sumRun<i32>(x, reduced, 1) / divisor);
      x += (<usize>reduced) << 2;
      continue;
    }
    memory.fill(y, 0, pitch);
    for (let first = 0; first < reduced; first += BLOCK) {
      const rows = min(reduced - first, BLOCK);
      memory.fill(scratch, 0, pitch);
      addRows(x, rows, inner, scratch);
      addRows(scratch, 1, inner, y);
      x += <usize>rows * pitch;
    }
    if (divisor === 1) continue;
    for (let at: usize = 0; at < pitch; at += 4) store<f32>(y + at, load<f32>(y + at) / divisor);
  }
}

/** y = Σ factor·x², one number. */
export function sumSquares(x: usize, y: usize, size: i32, factor: f32): void {
  store<f32>(y, sumRun<f32>(x, size, factor));
}

/** dx = 2·dy·factor·x, the gradient of `sumSquares`. */
export function sumSquaresGradient(x: usize, dy: usize, dx: usize, size: i32, factor: f32): void {
  const bytes = (<usize>size) << 2;
  const vectors = bytes & ~15;
  const slope = load<f32>(dy) * factor;
  for (let at: usize = 0; at < vectors; at += 16) {
    const half = f32x4.mul(v128.load(x + at), f32x4.splat(slope));
    v128.store(dx + at, f32x4.add(half, half));
  }
  for (let at = vectors; at < bytes; at += 4) {
    const half = load<f32>(x + at) * slope;
    store<f32>(dx + at, half + half);
  }
}

/** y[outer][reduced][inner] = x[outer][inner] / divisor. */
export function spread(
  x: usize,
  y: usize,
  outer: i32,
  reduced: i32,
  inner: i32,
  divisor: f32,
): void {
  const pitch = (<usize>inner) << 2;
  const vectors = pitch & ~15;
  for (let i = 0; i < outer; i++, x += pitch) {
    if (inner === 1) {
      const value = load<f32>(x) / divisor;
      const end = y + ((<usize>reduced) << 2);
      const vectorEnd = y + ((<usize>(reduced & ~3)) << 2);
      for (; y < vectorEnd; y += 16) v128.store(y, f32x4.splat(value));
      for (; y < end; y += 4) store<f32>(y, value);
      continue;
    }
    const by = f32x4.splat(divisor);
    for (let row = 0; row < reduced; row++, y += pitch) {
      for (let at: usize = 0; at < vectors; at += 16) {
        v128.store(y + at, f32x4.div(v128.load(x + at), by));
      }
      for (let at = vectors; at < pitch; at += 4) {
        store<f32>(y + at, load<f32>(x + at) / divisor);
      }
    }
  }
}

/**
 * y[segment][inner] = Σ of x[i][inner] over the i whose segment it is; ids outside are skipped.
 *
 * @param ids [count] int32.
 * @param y [segments][inner].
 */
export function segmentSum(
  x: usize,
  ids: usize,
  y: usize,
  count: i32,
  segments: i32,
  inner: i32,
): void {
  const pitch = (<usize>inner) << 2;
  memory.fill(y, 0, <usize>segments * pitch);
  for (let i = 0; i < count; i++, x += pitch) {
    const segment = load<i32>(ids + ((<usize>i) << 2));
    if (segment >= 0 && segment < segments) addRows(x, 1, inner, y + <usize>segment * pitch);
  }
}

/**
 * dx[outer][reduced][inner] = dy[outer][inner] where x equals y[outer][inner], else 0: the gradient
 * of a maximum or minimum. As in tfjs, equal elements all receive it, and a dy without end, or NaN, is
 * NaN where it meets a zero.
 */
export function extremeGradient(
  x: usize,
  y: usize,
  dy: usize,
  dx: usize,
  outer: i32,
  reduced: i32,
  inner: i32,
): void {
  const pitch = (<usize>inner) << 2;
  const vectors = pitch & ~15;
  for (let i = 0; i < outer; i++, y += pitch, dy += pitch) {
    for (let row = 0; row < reduced; row++, x += pitch, dx += pitch) {
      for (let at: usize = 0; at < vectors; at += 16) {
        const wins = f32x4.eq(v128.load(x + at), v128.load(y + at));
        const gradient = v128.load(dy + at);
        // A difference with itself is 0, or NaN where 0 times it would be.
        v128.store(dx + at, v128.bitselect(gradient, f32x4.sub(gradient, gradient), wins));
      }
      for (let at = vectors; at < pitch; at += 4) {
        const gradient = load<f32>(dy + at);
        const wins = load<f32>(x + at) === load<f32>(y + at);
        store<f32>(dx + at, wins ? gradient : gradient - gradient);
      }
    }
  }
}
