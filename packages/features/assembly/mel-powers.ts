// Mel powers: number for number as src/kernels/mel-powers.ts computes them.

import { high, low } from './lanes';
import { forward } from './real-fft';
import { windowDoubles } from './windowing';

/**
 * The power of frames in bands, two frames a vector.
 *
 * @param samples Doubles, of which frame t begins `hop` bytes after frame t - 1.
 * @param frames An even count of them.
 * @param n Half the transform's length.
 * @param signal Where its room begins, as `forward` needs it: `window`, `signal`, `spectrum`, `x`,
 *   `y`, `twiddles`, `realTwiddles`.
 * @param powers Room for a vector a bin.
 * @param bands Two 32-bit integers each: the first bin and the count.
 * @param weights Doubles, those of a band after those of the band before.
 * @param floor What is added to each band.
 * @param out `[frames, bandCount]`.
 * @param totals The sum of each frame's bands.
 */
export function melPowers(
  samples: usize,
  frames: i32,
  hop: usize,
  n: i32,
  window: usize,
  signal: usize,
  spectrum: usize,
  x: usize,
  y: usize,
  twiddles: usize,
  realTwiddles: usize,
  powers: usize,
  bands: usize,
  bandCount: i32,
  weights: usize,
  floor: f64,
  out: usize,
  totals: usize,
): void {
  const row = <usize>bandCount << 3;
  const least = f64x2.splat(floor);
  for (let t = 0; t < frames; t += 2, totals += 16, out += row) {
    for (let lane: usize = 0; lane < 16; lane += 8, samples += hop) {
      windowDoubles(samples, window, signal, n << 1);
      forward(n, signal, spectrum, x, y, twiddles, realTwiddles);
      squares(spectrum, powers + lane, n + 1);
    }
    let total = f64x2.splat(0);
    let weight = weights;
    for (let band = bands, end = bands + row; band < end; band += 8, out += 8) {
      let at = powers + (<usize>load<i32>(band) << 4);
      let sum = f64x2.splat(0);
      for (let stop = at + (<usize>load<i32>(band, 4) << 4); at < stop; at += 16, weight += 8) {
        sum = f64x2.add(sum, f64x2.mul(v128.load64_splat(weight), v128.load(at)));
      }
      sum = f64x2.add(sum, least);
      total = f64x2.add(total, sum);
      v128.store64_lane(out, sum, 0);
      v128.store64_lane(out + row, sum, 1);
    }
    v128.store(totals, total);
  }
}

/** |spectrum|² of complex numbers, 16 bytes apart; `count` is rounded up to an even one. */
function squares(spectrum: usize, out: usize, count: i32): void {
  for (let end = spectrum + (<usize>count << 4); spectrum < end; spectrum += 32, out += 32) {
    const a = v128.load(spectrum);
    const b = v128.load(spectrum, 16);
    const aa = f64x2.mul(a, a);
    const bb = f64x2.mul(b, b);
    const sum = f64x2.add(low(aa, bb), high(aa, bb));
    v128.store64_lane(out, sum, 0);
    v128.store64_lane(out, sum, 1, 16);
  }
}
