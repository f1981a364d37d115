import { expect, it } from 'vitest';
import { roundColumns } from './round-columns.ts';

it('moves no value by more than half the fraction of its column’s deviation', () => {
  const x = Float32Array.from({ length: 200 }, (_, i) =>
    i % 2 ? 1000 * Math.sin(i) : 1e-4 * Math.cos(i),
  );
  const rounded = roundColumns(x, 2, 0.01);
  const deviations = [1e-4 / Math.SQRT2, 1000 / Math.SQRT2];
  rounded.forEach((value, i) => {
    // 1.05: the sample's deviation is not exactly that of a whole period.
    expect(Math.abs(value - x[i])).toBeLessThanOrEqual(0.005 * deviations[i % 2] * 1.05);
  });
  expect(new Set(rounded).size).toBeLessThan(new Set(x).size);
});

it('leaves a constant column as it is', () => {
  const x = Float32Array.of(0.1, 0.1, 0.1);
  expect(roundColumns(x, 1, 0.01)).toEqual(x);
});
