import { expect, test } from 'vitest';
import { polynomialRoots } from './polynomial-roots.ts';

const sorted = (coefficients: number[]): number[][] => {
  const roots = polynomialRoots(Float64Array.from(coefficients));
  return Array.from({ length: roots.length / 2 }, (_, i) => [roots[2 * i], roots[2 * i + 1]]).sort(
    (a, b) => a[1] - b[1] || a[0] - b[0],
  );
};

test('real and complex roots of (z - 0.5)(z^2 + 0.64)', () => {
  const roots = sorted([1, -0.5, 0.64, -0.32]).flat();
  // The search ends with steps below 1e-11.
  expect(roots).toBeAllclose([0, -0.8, 0.5, 0, 0, 0.8], { atol: 1e-9 });
});

test('a root of 0', () => {
  expect(sorted([1, -0.25, 0]).flat()).toBeAllclose([0, 0, 0.25, 0], { atol: 1e-9 });
});

test('a polynomial of order 11 is 0 at its roots', () => {
  const coefficients = Float64Array.from({ length: 12 }, (_, i) => (i === 0 ? 1 : 0.9 / (i + 1)));
  const roots = polynomialRoots(coefficients);
  for (let r = 0; r < roots.length; r += 2) {
    let [re, im] = [1, 0];
    for (const coefficient of coefficients.subarray(1)) {
      [re, im] = [
        re * roots[r] - im * roots[r + 1] + coefficient,
        re * roots[r + 1] + im * roots[r],
      ];
    }
    expect(Math.hypot(re, im)).toBeLessThan(1e-9);
  }
});
