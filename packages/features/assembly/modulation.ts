// Modulation spectra: number for number as src/functionals/modulation-spectrum.ts computes them.

import { matrixProduct } from './matrix-product';

/**
 * The powers of bins of one parity, 0, 2, … or 1, 3, …
 *
 * @param values Frames of `channels` doubles; up to seven doubles beyond the last are read.
 * @param count How many frames there are, at most `2 * half`.
 * @param columns `channels` rounded up to a multiple of eight.
 * @param centres The mean of each channel, `columns` doubles.
 * @param half Frames that are folded to a quarter; even.
 * @param sign Of the frames after half: 1 for even bins, -1 for odd ones.
 * @param waves A row for each bin, and one more where they are odd, of its cosines at
 *   `half / 2 + 1` frames; then its sines.
 * @param bins How many bins of the parity there are.
 * @param frames What powers are divided by.
 * @param room For `half + 2 * (half / 2 + 1)` rows of `columns` doubles, and four for two bins.
 * @param out Every other row of `channels` doubles.
 */
export function modulationPowers(
  values: usize,
  count: i32,
  channels: i32,
  columns: i32,
  centres: usize,
  half: i32,
  sign: f64,
  waves: usize,
  bins: i32,
  frames: f64,
  room: usize,
  out: usize,
): void {
  const quarter = half >> 1;
  const folded = quarter + 1;
  const row = <usize>columns << 3;
  const even = room + <usize>half * row;
  const odd = even + <usize>folded * row;
  fold(values, count, <usize>channels << 3, row, centres, half, sign, room);
  mirror(room, row, half, sign, even, odd);
  const rows = bins + (bins & 1);
  const re = odd + <usize>folded * row;
  const im = re + <usize>rows * row;
  matrixProduct(waves, even, re, rows, folded, columns);
  matrixProduct(waves + ((<usize>rows * <usize>folded) << 3), odd, im, rows, folded, columns);
  const used = <usize>channels << 3;
  for (let bin = 0; bin < bins; bin++, out += 2 * used) {
    const from = <usize>bin * row;
    let at: usize = 0;
    for (; at + 16 <= used; at += 16) v128.store(out + at, power(re + from + at, im + from + at, frames));
    if (at < used) v128.store64_lane(out + at, power(re + from + at, im + from + at, frames), 0);
  }
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function power(re: usize, im: usize, frames: f64): v128 {
  const a = v128.load(re);
  const b = v128.load(im);
  return f64x2.div(f64x2.add(f64x2.mul(a, a), f64x2.mul(b, b)), f64x2.splat(frames));
}

/** Frames less their means; those of the second half are added to those of the first. */
function fold(
  values: usize,
  count: i32,
  pitch: usize,
  row: usize,
  centres: usize,
  half: i32,
  sign: f64,
  out: usize,
): void {
  memory.fill(out, 0, <usize>half * row);
  for (let t = 0; t < count; t++, values += pitch) {
    const factor = f64x2.splat(t < half ? 1 : sign);
    const to = out + <usize>(t < half ? t : t - half) * row;
    for (let at: usize = 0; at < row; at += 16) {
      const value = f64x2.sub(v128.load(values + at), v128.load(centres + at));
      v128.store(to + at, f64x2.add(v128.load(to + at), f64x2.mul(factor, value)));
    }
  }
}

/** The sums of frames with their mirror images around a quarter, and their differences. */
function mirror(
  folded: usize,
  row: usize,
  half: i32,
  sign: f64,
  even: usize,
  odd: usize,
): void {
  const quarter = half >> 1;
  const bytes = <usize>(quarter + 1) * row;
  memory.copy(even, folded, bytes);
  memory.copy(odd, folded, bytes);
  const factor = f64x2.splat(sign);
  for (let t = 1; t < quarter; t++) {
    const near = <usize>t * row;
    const far = folded + <usize>(half - t) * row;
    for (let at: usize = 0; at < row; at += 16) {
      const image = f64x2.mul(factor, v128.load(far + at));
      const value = v128.load(folded + near + at);
      v128.store(even + near + at, f64x2.add(value, image));
      v128.store(odd + near + at, f64x2.sub(value, image));
    }
  }
}
