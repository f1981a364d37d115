import { expect, test } from 'vitest';
import { balance } from './balance.ts';

const { alphaRatio, hammarbergIndex } = balance(100, 80);

/** A spectrum of one bin of power 100 among ones. */
const one = (bin: number): Float64Array => new Float64Array(80).fill(1).fill(100, bin, bin + 1);

test('a flat spectrum', () => {
  const flat = new Float64Array(80).fill(1);
  // Bins 10 to 50 over bins 0 to 9.
  expect(alphaRatio(flat)).toBeAllclose(10 * Math.log10(41 / 10), { rtol: 1e-9, atol: 0 });
  expect(hammarbergIndex(flat)).toBe(0);
});

test.each([
  [0, 10 * Math.log10(41 / 109), 20],
  [9, 10 * Math.log10(41 / 109), 20],
  [10, 10 * Math.log10(140 / 10), 20],
  [19, 10 * Math.log10(140 / 10), 20],
  [20, 10 * Math.log10(140 / 10), -20],
  [50, 10 * Math.log10(140 / 10), -20],
  [51, 10 * Math.log10(41 / 10), 0],
])('a strong bin %i', (bin, alpha, hammarberg) => {
  expect(alphaRatio(one(bin))).toBeAllclose(alpha, { rtol: 1e-9, atol: 0 });
  expect(hammarbergIndex(one(bin))).toBeAllclose(hammarberg, { rtol: 1e-9, atol: 0 });
});

test('silence is balanced', () => {
  expect(alphaRatio(new Float64Array(80))).toBe(0);
  expect(hammarbergIndex(new Float64Array(80))).toBe(0);
});

test('a spectrum may end below 5 kHz', () => {
  expect(balance(100, 41).alphaRatio(new Float64Array(41).fill(1))).toBeAllclose(
    10 * Math.log10(31 / 10),
    { rtol: 1e-9, atol: 0 },
  );
});
