import { expect, test } from 'vitest';
import { subharmonicSum } from './subharmonic-sum.ts';

test('a point has its harmonics, each weighted by 0.85 of the one below', () => {
  // 100 points an octave, so harmonics 1, 2, 4 and 8 lie 0, 100, 200 and 300 points above.
  const values = new Float64Array(700);
  for (const [at, value] of [50, 150, 250, 350].entries()) values[value] = 1 + at;
  const sum = subharmonicSum({ values, octaves: 7 });
  const expected = 1 + 2 * 0.85 + 3 * 0.85 ** 3 + 4 * 0.85 ** 7;
  expect([sum[50]]).toBeAllclose([expected], { rtol: 1e-14 });
});

test('has 15 harmonics, the highest of them below all points', () => {
  const values = new Float64Array(700);
  values[699] = 1;
  const sum = subharmonicSum({ values, octaves: 7 });
  const shifts = Array.from({ length: 15 }, (_, n) => Math.floor(100 * Math.log2(n + 1)));
  const expected = new Float64Array(700);
  for (const [n, shift] of shifts.entries()) expected[699 - shift] += 0.85 ** n;
  expect(sum).toBeAllclose(expected, { rtol: 1e-14 });
});
