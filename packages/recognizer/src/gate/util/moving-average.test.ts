import { describe, expect, it } from 'vitest';
import { movingAverage } from './moving-average.ts';

describe('movingAverage', () => {
  it('averages what there is around each value', () => {
    const values = Float64Array.of(1, 2, 6, 4);
    expect([...movingAverage(values, 1)]).toEqual([1.5, 3, 4, 5]);
    expect([...movingAverage(values, 2)]).toEqual([3, 3.25, 3.25, 4]);
    expect([...movingAverage(values, 0)]).toEqual([1, 2, 6, 4]);
  });
});
