import { seeded } from '@ser/testing';
import { expect, it } from 'vitest';
import { fitLag } from './fit-lag.ts';

const random = seeded(3);
const b = Float32Array.from({ length: 500 }, () => random() - 0.5);
/** Float32 rounds each sample. */
const TOLERANCE = { rtol: 0, atol: 1e-5 };

it.each([0, 3, -3])('puts a sound that is %d samples and a part late over the other', (lag) => {
  const a = Float32Array.from({ length: 400 }, (_, i) => {
    return 0.7 * (b[i + lag] ?? 0) + 0.2 * (b[i + lag + 1] ?? 0);
  });
  expect(fitLag(a, b, lag)).toBeAllclose(a, TOLERANCE);
});

it('is the moved sound where its neighbours say nothing', () => {
  const constant = new Float32Array(10).fill(0.5);
  const moved = fitLag(constant, constant, 2);
  expect(Array.from(moved)).toEqual([...new Array(8).fill(0.5), 0, 0]);
  expect(fitLag(constant, new Float32Array(10), 0)).toEqual(new Float32Array(10));
});
