import { expect, test } from 'vitest';
import { delta, yin } from '../index.ts';
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
