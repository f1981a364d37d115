// Values between samples: number for number as src/kernels/resample/interpolator.ts computes them.

/** Σ weights[k] · samples[k] of an even count; k modulo 4 has a sum each. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function weigh(weights: usize, samples: usize, taps: i32): f32 {
  let sums = f32x4.splat(0);
  const end = weights + (<usize>taps << 2);
  for (; weights + 16 <= end; weights += 16, samples += 16) {
    sums = f32x4.add(sums, f32x4.mul(v128.load(weights), v128.load(samples)));
  }
  if (weights < end) {
    sums = f32x4.add(sums, f32x4.mul(v128.load64_zero(weights), v128.load64_zero(samples)));
  }
  return total(sums);
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
  const pitch = <usize>taps << 2;
  for (let end = out + (<usize>count << 2); out < end; out += 4) {
    store<f32>(out, weigh(table + <usize>phase * pitch, samples, taps));
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
  const pitch = <usize>taps << 2;
  const shift = ctz(phases);
  for (let i = 0; i < count; i++, out += 4) {
    const ticks = (first + <f64>i) * step * <f64>phases;
    const whole = <i64>ticks;
    let row = table + <usize>(<i32>whole & (phases - 1)) * pitch;
    let at = samples + (<usize>(whole >> shift) << 2);
    // As `weigh` does it, of two phases at once, so that samples are read once.
    let hereSums = f32x4.splat(0);
    let nextSums = hereSums;
    const end = row + pitch;
    for (; row + 16 <= end; row += 16, at += 16) {
      const values = v128.load(at);
      hereSums = f32x4.add(hereSums, f32x4.mul(v128.load(row), values));
      nextSums = f32x4.add(nextSums, f32x4.mul(v128.load(row + pitch), values));
    }
    if (row < end) {
      const values = v128.load64_zero(at);
      hereSums = f32x4.add(hereSums, f32x4.mul(v128.load64_zero(row), values));
      nextSums = f32x4.add(nextSums, f32x4.mul(v128.load64_zero(row + pitch), values));
    }
    const here = total(hereSums);
    const next = total(nextSums);
    store<f32>(out, here + (next - here) * <f32>(ticks - <f64>whole));
  }
}

/** The sum of four numbers, in pairs. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function total(a: v128): f32 {
  const pairs = f32x4.add(a, v128.shuffle<i32>(a, a, 2, 3, 0, 1));
  return f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 1);
}
