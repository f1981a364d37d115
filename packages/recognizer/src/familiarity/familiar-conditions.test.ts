import { describe, expect, it } from 'vitest';
import { sampledCount } from './familiar-conditions.ts';

describe('sampledCount', () => {
  it.each([
    [4171, 4, 1043],
    [7, 4, 2],
    [6, 4, 1],
    [3, 4, 1],
    [5, 1, 5],
  ])('of %i values, each %i-th, is %i', (features, stride, count) => {
    let places = 0;
    for (let i = stride >> 1; i < features; i += stride) places++;
    expect(sampledCount(features, stride)).toBe(count);
    expect(places).toBe(count);
  });
});
