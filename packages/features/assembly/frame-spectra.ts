// Short-time spectra, two frames a vector.

import { loadDoubles } from './lanes';
import { entry, SIZE } from './pair-fft';
import { forwardPair } from './pair-real-fft';
import { magnitudesOf, single } from './magnitudes';

/**
 * Two frames under a window, two samples of each in turn.
 *
 * @param bytes Of a sample: 4 or 8.
 * @param out `count` vectors, rounded up to an even number; up to one sample is read beyond.
 */
function windowPair(
  a: usize,
  b: usize,
  bytes: usize,
  window: usize,
  out: usize,
  count: usize,
): void {
  const end = out + (count << 4);
  for (; out < end; out += 32, window += 16, a += 2 * bytes, b += 2 * bytes) {
    const factor = v128.load(window);
    const first = bytes === 4 ? loadDoubles(a) : v128.load(a);
    const second = bytes === 4 ? loadDoubles(b) : v128.load(b);
    v128.store(out, f64x2.mul(first, factor));
    v128.store(out, f64x2.mul(second, factor), 16);
  }
}

/**
 * Spectra of frames, as floats: `[bins, frames]`.
 *
 * @param samples Floats or doubles of `bytes` each; frame t begins `t * hop` of them later.
 * @param frames How many; where it is 1, `hop` is 0.
 * @param window Doubles, as many as a frame has, and one more of an odd count.
 * @param vectors Room for as many vectors.
 * @param real Room for the real parts; a bin's begin `pitch` bytes after those of the bin before.
 */
export function frameSpectra(
  plan: usize,
  samples: usize,
  bytes: usize,
  hop: usize,
  frames: i32,
  window: usize,
  vectors: usize,
  real: usize,
  imaginary: usize,
  pitch: usize,
): void {
  const size = entry(plan, SIZE);
  const step = hop * bytes;
  const bins = (size >> 1) + 1;
  for (let t = 0; t < frames; t += 2, samples += 2 * step, real += 8, imaginary += 8) {
    // Of an odd count, the last two overlap those before.
    if (t + 1 === frames && t > 0) {
      samples -= step;
      real -= 4;
      imaginary -= 4;
    }
    windowPair(samples, samples + step, bytes, window, vectors, size);
    let from = forwardPair(plan, vectors);
    let re = real;
    let im = imaginary;
    for (let end = from + (bins << 5); from < end; from += 32, re += pitch, im += pitch) {
      v128.store64_lane(re, f32x4.demote_f64x2_zero(v128.load(from)), 0);
      v128.store64_lane(im, f32x4.demote_f64x2_zero(v128.load(from, 16)), 0);
    }
  }
}

/** Magnitudes of frames, as floats: `[frames, bins]`; see `frameSpectra`. */
export function frameMagnitudes(
  plan: usize,
  samples: usize,
  bytes: usize,
  hop: usize,
  frames: i32,
  window: usize,
  vectors: usize,
  out: usize,
): void {
  const size = entry(plan, SIZE);
  const step = hop * bytes;
  const bins = (size >> 1) + 1;
  const row = bins << 2;
  for (let t = 0; t < frames; t += 2, samples += 2 * step, out += 2 * row) {
    if (t + 1 === frames && t > 0) {
      samples -= step;
      out -= row;
    }
    windowPair(samples, samples + step, bytes, window, vectors, size);
    const spectrum = forwardPair(plan, vectors);
    for (let f: usize = 0; f < bins; f += 2) {
      // Of an odd count, the last two overlap those before.
      if (f + 1 === bins && f > 0) f--;
      const from = spectrum + (f << 5);
      const re = single(v128.load(from), v128.load(from, 32));
      const im = single(v128.load(from, 16), v128.load(from, 48));
      const sizes = magnitudesOf(re, im);
      const to = out + (f << 2);
      const apart = v128.shuffle<i32>(sizes, sizes, 0, 2, 1, 3);
      v128.store64_lane(to, apart, 0);
      v128.store64_lane(to + row, apart, 1);
    }
  }
}
