// Moments of tracks: number for number as src/functionals/moments.ts and
// src/functionals/second-moments.ts compute them. A frame has `columns` doubles, a multiple of
// eight.

/**
 * At each of some frames the weighted sum of the frames around it.
 *
 * @param frames 32-bit integers.
 * @param offsets 32-bit integers: frames later; `weights` has a double for each.
 */
export function weightedFrames(
  values: usize,
  columns: i32,
  frames: usize,
  count: i32,
  offsets: usize,
  weights: usize,
  terms: i32,
  out: usize,
): void {
  const row = <usize>columns << 3;
  for (let end = frames + (<usize>count << 2); frames < end; frames += 4, out += row) {
    const from = values + load<i32>(frames) * row;
    for (let at: usize = 0; at < row; at += 16) {
      let sum = f64x2.splat(0);
      for (let term: usize = 0; term < <usize>terms; term++) {
        const offset = load<i32>(offsets + (term << 2)) * <i32>row;
        const value = v128.load(from + offset + at);
        sum = f64x2.add(sum, f64x2.mul(v128.load64_splat(weights + (term << 3)), value));
      }
      v128.store(out + at, sum);
    }
  }
}

/**
 * The mean and the standard deviation of each column. Where `centred` is not 0, the values become
 * those less the mean.
 */
export function spread(
  values: usize,
  columns: i32,
  count: i32,
  centred: i32,
  means: usize,
  deviations: usize,
): void {
  const row = <usize>columns << 3;
  const end = values + <usize>count * row;
  const frames = f64x2.splat(<f64>count);
  for (let stop = values + row; values < stop; values += 64, means += 64, deviations += 64) {
    let a = f64x2.splat(0);
    let b = a;
    let c = a;
    let d = a;
    for (let at = values; at < end; at += row) {
      a = f64x2.add(a, v128.load(at));
      b = f64x2.add(b, v128.load(at, 16));
      c = f64x2.add(c, v128.load(at, 32));
      d = f64x2.add(d, v128.load(at, 48));
    }
    const meanA = f64x2.div(a, frames);
    const meanB = f64x2.div(b, frames);
    const meanC = f64x2.div(c, frames);
    const meanD = f64x2.div(d, frames);
    v128.store(means, meanA);
    v128.store(means, meanB, 16);
    v128.store(means, meanC, 32);
    v128.store(means, meanD, 48);
    a = f64x2.splat(0);
    b = a;
    c = a;
    d = a;
    for (let at = values; at < end; at += row) {
      const distanceA = f64x2.sub(v128.load(at), meanA);
      const distanceB = f64x2.sub(v128.load(at, 16), meanB);
      const distanceC = f64x2.sub(v128.load(at, 32), meanC);
      const distanceD = f64x2.sub(v128.load(at, 48), meanD);
      if (centred) {
        v128.store(at, distanceA);
        v128.store(at, distanceB, 16);
        v128.store(at, distanceC, 32);
        v128.store(at, distanceD, 48);
      }
      a = f64x2.add(a, f64x2.mul(distanceA, distanceA));
      b = f64x2.add(b, f64x2.mul(distanceB, distanceB));
      c = f64x2.add(c, f64x2.mul(distanceC, distanceC));
      d = f64x2.add(d, f64x2.mul(distanceD, distanceD));
    }
    v128.store(deviations, f64x2.sqrt(f64x2.div(a, frames)));
    v128.store(deviations, f64x2.sqrt(f64x2.div(b, frames)), 16);
    v128.store(deviations, f64x2.sqrt(f64x2.div(c, frames)), 32);
    v128.store(deviations, f64x2.sqrt(f64x2.div(d, frames)), 48);
  }
}

/**
 * The mean product of each column of `x` with each of `y`.
 *
 * @param rows How many columns of `x`, a multiple of two, the products are of.
 * @param upper Where it is not 0, products with an earlier column may be left out.
 * @param out `[rows, columns]`.
 */
export function meanProducts(
  x: usize,
  y: usize,
  columns: i32,
  count: i32,
  rows: i32,
  upper: i32,
  out: usize,
): void {
  const row = <usize>columns << 3;
  const frames = f64x2.splat(<f64>count);
  for (let i = 0; i < rows; i += 2, x += 16, out += 2 * row) {
    // The block of eight columns in which this one is.
    const first = upper ? (<usize>i & ~7) << 3 : 0;
    for (let at: usize = first; at < row; at += 64) {
      twoColumns(x, y + at, row, count, frames, out + at);
    }
  }
}

/** The mean products of two columns with eight. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function twoColumns(x: usize, y: usize, row: usize, count: i32, frames: v128, out: usize): void {
  let s0 = f64x2.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  let t0 = s0;
  let t1 = s0;
  let t2 = s0;
  let t3 = s0;
  for (let end = x + <usize>count * row; x < end; x += row, y += row) {
    const a = v128.load64_splat(x);
    const b = v128.load64_splat(x, 8);
    const y0 = v128.load(y);
    const y1 = v128.load(y, 16);
    const y2 = v128.load(y, 32);
    const y3 = v128.load(y, 48);
    s0 = f64x2.add(s0, f64x2.mul(a, y0));
    s1 = f64x2.add(s1, f64x2.mul(a, y1));
    s2 = f64x2.add(s2, f64x2.mul(a, y2));
    s3 = f64x2.add(s3, f64x2.mul(a, y3));
    t0 = f64x2.add(t0, f64x2.mul(b, y0));
    t1 = f64x2.add(t1, f64x2.mul(b, y1));
    t2 = f64x2.add(t2, f64x2.mul(b, y2));
    t3 = f64x2.add(t3, f64x2.mul(b, y3));
  }
  v128.store(out, f64x2.div(s0, frames));
  v128.store(out, f64x2.div(s1, frames), 16);
  v128.store(out, f64x2.div(s2, frames), 32);
  v128.store(out, f64x2.div(s3, frames), 48);
  out += row;
  v128.store(out, f64x2.div(t0, frames));
  v128.store(out, f64x2.div(t1, frames), 16);
  v128.store(out, f64x2.div(t2, frames), 32);
  v128.store(out, f64x2.div(t3, frames), 48);
}
