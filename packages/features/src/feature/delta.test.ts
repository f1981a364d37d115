import { expect, test } from 'vitest';
import { type DeltaMode, delta, yin } from '../index.ts';
import { signals } from '../testing/signals.ts';

const polynomial = Float32Array.from({ length: 30 }, (_, t) => 3 * t * t - t);

test('the derivative of a polynomial is exact', () => {
  const second = delta(polynomial, { order: 2 });
  // Small integers: float32 is exact but for the weights' rounding.
  expect(second).toBeAllclose(new Float32Array(30).fill(6), { rtol: 0, atol: 5e-5 });
});

test('a width of more frames than there are is refused', () => {
  const data = polynomial;
  expect(() => delta({ data: data.subarray(0, 8), shape: [1, 8] })).toThrow('at most the 8 frames');
});

test('a value a frame gives a value a frame: that of a matrix of one row', () => {
  const data = yin(signals().noise, { sampleRate: 22050, fMin: 65, fMax: 600 });
  const row = delta(data, { width: 5, order: 2 });
  expect(row).toEqual(delta({ data, shape: [1, data.length] }, { width: 5, order: 2 }).data);
});

// scipy's `savgol_filter([1, 4, 2], 9, polyorder=1, deriv=1, mode=…)`, and of five, twice.
test.each<[mode: DeltaMode, first: number[], second: number[]]>([
  ['nearest', [0.2, 0.16666667, 0.11666667], [-0.14285714, -0.71428571, -0.57142857]],
  ['mirror', [0, -0.03333333, 0], [-0.28571429, 0.71428571, -1.14285714]],
  ['constant', [0.13333333, 0.01666667, -0.1], [-0.28571429, -1.57142857, -0.85714286]],
  ['wrap', [0.1, 0.05, -0.15], [0.57142857, -0.71428571, 0.14285714]],
])('fewer frames than the width, by the mode %s', (mode, first, second) => {
  const frames = Float32Array.of(1, 4, 2);
  // Written with eight digits.
  expect(delta(frames, { mode })).toBeAllclose(first, { rtol: 0, atol: 2e-8 });
  expect(delta(frames, { mode, width: 5, order: 2 })).toBeAllclose(second, { rtol: 0, atol: 1e-7 });
});

test.each<DeltaMode>(['nearest', 'mirror', 'wrap'])('one frame does not change: %s', (mode) => {
  expect(delta(Float32Array.of(7), { mode })[0]).toBeAllclose(0, { rtol: 0, atol: 1e-7 });
});

test('rows do not mix', () => {
  const data = Float32Array.from([...polynomial, ...polynomial.map((value) => -2 * value)]);
  const both = delta({ data, shape: [2, 30] });
  const first = delta(polynomial);
  expect(both.shape).toEqual([2, 30]);
  expect(both.data).toEqual(Float32Array.from([...first, ...first.map((value) => -2 * value)]));
});
