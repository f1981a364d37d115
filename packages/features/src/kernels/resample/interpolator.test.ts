import { expect, test } from 'vitest';
import { everySample, interpolator } from './interpolator.ts';
import { kaiserSinc } from './kaiser-sinc.ts';

const filter = { cutoff: 0.4, halfWidth: 5.5, beta: 9 };
const samples = Float32Array.from({ length: 60 }, (_, i) => Math.sin(i / 3) + 0.2);

/** The value at a time by the definition, with weights that sum to 1. */
function valueAt(time: number): number {
  let sum = 0;
  let weights = 0;
  for (let i = 0; i < samples.length; i++) {
    const weight = kaiserSinc(filter, i - time);
    sum += weight * samples[i];
    weights += weight;
  }
  return sum / weights;
}

/** Values `from` to `to` of a signal that begins 10 samples before time 0. */
function read(
  step: number,
  ratio: [number, number] | undefined,
  from: number,
  to: number,
  open: 'open' | 'openLasting' = 'open',
): number[] {
  const values = interpolator(filter, step, ratio);
  const { input, read } = values[open](samples.length);
  input.set(samples);
  const result = new Float32Array(to);
  read(-10, from, to, result, from);
  return [...result.subarray(from)];
}

const times = (step: number, from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, i) => 10 + (from + i) * step);

test.each<[string, number, [number, number] | undefined, number, number]>([
  // Sums in float32.
  ['the phases of a fraction are exact', 7 / 5, [7, 5], 3e-7, 0],
  ['also from the middle on', 7 / 5, [7, 5], 3e-7, 11],
  ['other steps lie on straight lines between 1,024 phases', 1.4001, undefined, 1e-5, 0],
  ['also from the middle on', 1.4001, undefined, 1e-5, 11],
])('%s', (_, step, ratio, atol, from) => {
  const expected = times(step, from, 25).map(valueAt);
  expect(read(step, ratio, from, 25)).toBeAllclose(expected, { rtol: 0, atol });
  expect(read(step, ratio, from, 25, 'openLasting')).toEqual(read(step, ratio, from, 25));
});

test('a reader that lasts keeps its samples while others are open', () => {
  const values = interpolator(filter, 7 / 5, [7, 5]);
  const { input, read } = values.openLasting(samples.length);
  input.set(samples);
  values.open(samples.length).input.fill(7);
  values.openLasting(samples.length).input.fill(7);
  expect([...input]).toEqual([...samples]);
  const [one, another] = [new Float32Array(4), new Float32Array(4)];
  read(-10, 2, 6, one, 0);
  read(-10, 2, 6, another, 0);
  expect(another).toEqual(one);
});

test('a value reads the samples around its time', () => {
  const values = interpolator(filter, 1.5, [3, 2]);
  expect([values.taps, values.step]).toEqual([12, 1.5]);
  // Six samples up to the time, and six after it.
  expect([0, 1, 2, 3].map(values.first)).toEqual([-5, -4, -2, -1]);
});

test.each(['open', 'openLasting'] as const)('a step of one hands on samples: %s', (open) => {
  const values = everySample();
  const { input, read } = values[open](10);
  input.set(samples.subarray(0, 10));
  const result = new Float32Array(4);
  read(3, 5, 7, result, 2);
  expect([values.taps, values.first(5)]).toEqual([1, 5]);
  expect([...result]).toEqual([0, 0, samples[2], samples[3]]);
});
