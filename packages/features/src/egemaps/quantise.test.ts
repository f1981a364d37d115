import { expect, test } from 'vitest';
import { quantise } from './quantise.ts';

test('samples are cut off towards 0, over 32,767, and saturate', () => {
  const steps = [0, 0.9, 1.6, -0.9, -1.6, 32767, 32768, 40000, -32768, -40000];
  const expected = [0, 0, 1, 0, -1, 32767, 32767, 32767, -32768, -32768];
  const samples = Float64Array.from(steps, (step) => step / 32768);
  expect(Array.from(quantise(samples, 2), (value) => value * 32767)).toBeAllclose(
    [...expected, 0, 0],
    { rtol: 1e-7, atol: 0 },
  );
});
