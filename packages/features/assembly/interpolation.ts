// Values between samples: number for number as src/kernels/resample/interpolator.ts computes them.

import { loadDoubles } from './lanes';

/** Σ weights[k] · samples[k] of an even count; k modulo 4 has a sum each. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function weigh(weights: usize, samples: usize, taps: i32): f64 {
  let a = f64x2.splat(0);
  let b = a;
  const end = weights + (<usize>taps << 3);
  for (; weights + 32 <= end; weights += 32, samples += 16) {
    a = f64x2.add(a, f64x2.mul(v128.load(weights), loadDoubles(samples)));
    b = f64x2.add(b, f64x2.mul(v128.load(weights, 16), loadDoubles(samples + 8)));
  }
  if (weights < end) a = f64x2.add(a, f64x2.mul(v128.load(weights), loadDoubles(samples)));
  return total(a, b);
}

/**
 * Values at every `numerator / denominator`-th sample.
 *
 * @param samples The first sample that the first value reads.
 * @param phase How far the first value is beyond a sample, in parts of `denominator`.
 * @param table `taps` weights a phase.
 */
export function interpolate(
  samples: usize,
  phase: i32,
  numerator: i32,
  denominator: i32,
  table: usize,
  taps: i32,
  out: usize,
  count: i32,
): void {
  const whole = <usize>(numerator / denominator) << 2;
  const part = numerator % denominator;
  const pitch = <usize>taps << 3;
  for (let end = out + (<usize>count << 2); out < end; out += 4) {
    store<f32>(out, <f32>weigh(table + <usize>phase * pitch, samples, taps));
    samples += whole;
    phase += part;
    if (phase >= denominator) {
      phase -= denominator;
      samples += 4;
    }
  }
}

/**
 * Values at every `step`-th sample, with straight lines between `phases` phases.
 *
 * @param samples The address of the first sample that value 0 would read.
 * @param first The number of the first value, 0 or more.
 * @param phases A power of two.
 */
export function interpolateBetween(
  samples: usize,
  first: f64,
  step: f64,
  phases: i32,
  table: usize,
  taps: i32,
  out: usize,
  count: i32,
): void {
  const pitch = <usize>taps << 3;
  const shift = ctz(phases);
  for (let i = 0; i < count; i++, out += 4) {
    const ticks = (first + <f64>i) * step * <f64>phases;
    const whole = <i64>ticks;
    let row = table + <usize>(<i32>whole & (phases - 1)) * pitch;
    let at = samples + (<usize>(whole >> shift) << 2);
    // As `weigh` does it, of two phases at once, so that samples become doubles once.
    let hereA = f64x2.splat(0);
    let hereB = hereA;
    let nextA = hereA;
    let nextB = hereA;
    const end = row + pitch;
    for (; row + 32 <= end; row += 32, at += 16) {
      const first = loadDoubles(at);
      const second = loadDoubles(at + 8);
      hereA = f64x2.add(hereA, f64x2.mul(v128.load(row), first));
      hereB = f64x2.add(hereB, f64x2.mul(v128.load(row, 16), second));
      nextA = f64x2.add(nextA, f64x2.mul(v128.load(row + pitch), first));
      nextB = f64x2.add(nextB, f64x2.mul(v128.load(row + pitch, 16), second));
    }
    if (row < end) {
      const first = loadDoubles(at);
      hereA = f64x2.add(hereA, f64x2.mul(v128.load(row), first));
      nextA = f64x2.add(nextA, f64x2.mul(v128.load(row + pitch), first));
    }
    const here = total(hereA, hereB);
    const next = total(nextA, nextB);
    store<f32>(out, <f32>(here + (next - here) * (ticks - <f64>whole)));
  }
}

/** The sum of four numbers, in pairs. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function total(a: v128, b: v128): f64 {
  return (
    f64x2.extract_lane(a, 0) +
    f64x2.extract_lane(a, 1) +
    (f64x2.extract_lane(b, 0) + f64x2.extract_lane(b, 1))
  );
}
