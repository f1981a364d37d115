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
  return (
    f64x2.extract_lane(a, 0) +
    f64x2.extract_lane(a, 1) +
    (f64x2.extract_lane(b, 0) + f64x2.extract_lane(b, 1))
  );
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
 * @param first The number of the first value.
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
  for (let i = 0; i < count; i++, out += 4) {
    const ticks = (first + <f64>i) * step * <f64>phases;
    const whole = floor(ticks);
    const sample = floor(whole / <f64>phases);
    const row = table + <usize>(whole - sample * <f64>phases) * pitch;
    const at = samples + (<usize>sample << 2);
    const here = weigh(row, at, taps);
    const next = weigh(row + pitch, at, taps);
    store<f32>(out, <f32>(here + (next - here) * (ticks - whole)));
  }
}
