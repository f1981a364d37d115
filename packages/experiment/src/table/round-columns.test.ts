import { expect, it } from 'vitest';
import { roundColumns } from './round-columns.ts';

const x = Float32Array.from({ length: 200 }, (_, i) =>
  i % 2 ? 1000 * Math.sin(i) : 1e-4 * Math.cos(i),
);
const rounded = roundColumns(x, 2, 0.01);

it.each([
  [0, 1e-4 / Math.SQRT2],
  [1, 1000 / Math.SQRT2],
])(
  'moves no value of column %i by more than half the fraction of its deviation',
  (j, deviation) => {
    const column = (values: Float32Array) => values.filter((_, i) => i % 2 === j);
    // 1.05: the sample's deviation is not exactly that of a whole period.
    const atol = 0.005 * deviation * 1.05;
    expect(column(rounded)).toBeAllclose(column(x), { rtol: 0, atol });
  },
);

it('rounds to the power of two that the fraction of the deviation reaches', () => {
  // Of two columns whose deviations are 2.1 and 3.2.
  const columns = Float32Array.of(2.2, 13.3, -2, 7, 2, 13, -2.2, 6.7);
  // To 1 and 1, of 1.05 and 1.6.
  expect([...roundColumns(columns, 2, 0.5)]).toEqual([2, 13, -2, 7, 2, 13, -2, 7]);
  // To a quarter and a half, of 0.42 and 0.64.
  expect([...roundColumns(columns, 2, 0.2)]).toEqual([2.25, 13.5, -2, 7, 2, 13, -2.25, 6.5]);
});

it('leaves fewer values that differ', () => {
  expect(new Set(rounded).size).toBeLessThan(new Set(x).size);
});

it('leaves a constant column as it is', () => {
  const constant = Float32Array.of(0.1, 0.1, 0.1);
  expect(roundColumns(constant, 1, 0.01)).toEqual(constant);
});
