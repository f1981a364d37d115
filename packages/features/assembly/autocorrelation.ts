// Autocorrelations of frames: number for number as src/kernels/autocorrelation.ts computes them.

import { high, low } from './lanes';
import { forward, inverse } from './real-fft';

/**
 * The autocorrelation of a frame less its mean, under a window.
 *
 * @param samples Doubles, the frame.
 * @param length Of the frame; a multiple of four, and at most the transform's.
 * @param n Half the transform's length.
 * @param gains What the lags are multiplied by.
 * @param lags How many there are; rounded up to an even count.
 * @param least What is added to the power that they are divided by.
 * @param out A double a lag.
 * @returns The greatest distance from the mean.
 */
export function autocorrelation(
  samples: usize,
  length: i32,
  n: i32,
  window: usize,
  signal: usize,
  spectrum: usize,
  x: usize,
  y: usize,
  twiddles: usize,
  realTwiddles: usize,
  gains: usize,
  lags: i32,
  least: f64,
  out: usize,
): f64 {
  const mean = f64x2.splat(sum(samples, length) / <f64>length);
  const end = signal + (<usize>length << 3);
  let peaks = f64x2.splat(0);
  for (let at = signal; at < end; at += 16, samples += 16, window += 16) {
    const value = f64x2.sub(v128.load(samples), mean);
    peaks = f64x2.pmax(peaks, f64x2.abs(value));
    v128.store(at, f64x2.mul(value, v128.load(window)));
  }
  memory.fill(end, 0, (<usize>n << 4) - (<usize>length << 3));
  forward(n, signal, spectrum, x, y, twiddles, realTwiddles);
  const zero = f64x2.splat(0);
  for (let at = spectrum, stop = spectrum + (<usize>(n + 1) << 4); at < stop; at += 32) {
    const a = v128.load(at);
    const b = v128.load(at, 16);
    const aa = f64x2.mul(a, a);
    const bb = f64x2.mul(b, b);
    const power = f64x2.add(low(aa, bb), high(aa, bb));
    v128.store(at, low(power, zero));
    v128.store(at, high(power, zero), 16);
  }
  inverse(n, spectrum, signal, x, y, twiddles, realTwiddles);
  const scale = f64x2.splat(1 / (load<f64>(signal) + least));
  for (let stop = out + (<usize>lags << 3); out < stop; out += 16, signal += 16, gains += 16) {
    v128.store(out, f64x2.mul(f64x2.mul(v128.load(signal), scale), v128.load(gains)));
  }
  return max(f64x2.extract_lane(peaks, 0), f64x2.extract_lane(peaks, 1));
}

/** A sum in four parts. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function sum(samples: usize, length: i32): f64 {
  let a = f64x2.splat(0);
  let b = a;
  for (let end = samples + (<usize>length << 3); samples < end; samples += 32) {
    a = f64x2.add(a, v128.load(samples));
    b = f64x2.add(b, v128.load(samples, 16));
  }
  return (
    f64x2.extract_lane(a, 0) +
    f64x2.extract_lane(a, 1) +
    (f64x2.extract_lane(b, 0) + f64x2.extract_lane(b, 1))
  );
}
