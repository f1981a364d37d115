import { expect, test } from 'vitest';
import { polynomialRoots } from './polynomial-roots.ts';

/** The roots by their angle, `[re, im]`. */
function rootsOf(coefficients: readonly number[]): number[][] {
  const re = new Float64Array(coefficients.length);
  const im = new Float64Array(coefficients.length);
  polynomialRoots(Float64Array.from(coefficients), re, im);
  return Array.from(re, (x, k) => [x, im[k]]).sort(
    (a, b) => Math.atan2(a[1], a[0]) - Math.atan2(b[1], b[0]),
  );
}

test('of one and of two real roots', () => {
  expect(rootsOf([0.5]).flat()).toBeAllclose([0.5, 0], { rtol: 0, atol: 1e-15 });
  // (z - 0.9) (z - 0.2)
  const roots = rootsOf([1.1, -0.18]).map(([re]) => re);
  expect(roots.sort()).toBeAllclose([0.2, 0.9], { rtol: 0, atol: 1e-14 });
});

test('of 0', () => {
  const roots = rootsOf([0.25, 0]).map(([re]) => re);
  expect(roots.sort()).toBeAllclose([0, 0.25], { rtol: 0, atol: 1e-9 });
});

test('of pairs', () => {
  // z⁴ - 0.0625: four roots on a circle of radius 0.5, by their angles.
  const expected = [0, -0.5, 0.5, 0, 0, 0.5, -0.5, 0];
  const roots = rootsOf([0, 0, 0, 0.0625]).map(([re, im]) => [re, re < -0.4 ? 0 : im]);
  const byAngle = roots.sort((a, b) => Math.atan2(a[1], a[0]) - Math.atan2(b[1], b[0]));
  expect(byAngle.flat()).toBeAllclose(expected, { rtol: 0, atol: 1e-14 });
});

test('of a cluster near the circle, as the ringing of a filter has', () => {
  const coefficients = [
    -2.715470071517835, -2.047527164783822, -1.281680024550195, -2.85173115748253,
    -1.8694042147479077, -0.3489159517981606, -1.4193381807026686, -0.42408114531394014,
    1.2816008238240115, 0.6679637498508749,
  ];
  const roots = rootsOf(coefficients);
  expect(roots.flat().every((value) => Number.isFinite(value))).toBe(true);
  // Their product and their sum, by F. Viète.
  const product = roots.reduce(([x, y], [re, im]) => [x * re - y * im, x * im + y * re], [1, 0]);
  const sum = roots.reduce((total, [re]) => total + re, 0);
  expect(product).toBeAllclose([-0.6679637498508749, 0], { rtol: 0, atol: 1e-9 });
  expect(sum).toBeCloseTo(-2.715470071517835, 9);
});
