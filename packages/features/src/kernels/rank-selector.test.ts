import { seeded } from '@ser/testing';
import { describe, expect, test } from 'vitest';
import { rankSelector } from './rank-selector.ts';
import { functionalKernels } from './wasm/kernels.ts';

const random = seeded(4);
const LISTS: Record<string, (i: number, n: number) => number> = {
  noise: () => random() - 0.5,
  'a few numbers': () => Math.floor(4 * random()) - 2,
  'one number': () => -3,
  rising: (i) => i,
  falling: (i, n) => n - i,
  'rising and falling': (i, n) => Math.min(i, n - i),
  'zeros of both signs': () => (random() < 0.5 ? 0 : -0),
  'infinite numbers': (i) => (i % 3 === 0 ? Infinity : i % 3 === 1 ? -Infinity : i),
  'subnormal numbers': () => (random() - 0.5) * 1e-310,
};

// Shorter and longer than what is sorted by insertion, which is twelve.
const LENGTHS = [1, 2, 11, 12, 13, 14, 25, 229, 1000];

describe.each(Object.entries(LISTS))('of %s', (_, value) => {
  test.each(LENGTHS)('%i are ranked as sorting does it, -0 before 0', (n) => {
    const list = Float64Array.from({ length: n }, (_each, i) => value(i, n));
    const sorted = list.toSorted();
    for (const fractions of [[0.05, 0.25, 0.5, 0.75, 0.95], [0, 0, 1], [0.5], [1]]) {
      const places = fractions.map((p) => Math.min(n - 1, Math.floor(p * n)));
      const { values, ranks, select } = rankSelector(n, places);
      values.set(list);
      select();
      // Not `toEqual` of typed arrays, for which 0 is -0.
      expect([...ranks].map((rank, i) => Object.is(rank, sorted[places[i]]))).toEqual(
        places.map(() => true),
      );
    }
  });
});

test('a list that is split too often is sorted: the kernel gives it back in another order', () => {
  const kernels = functionalKernels(4096);
  if (!kernels) throw new Error('no WebAssembly SIMD here');
  const list = Float64Array.from({ length: 100 }, () => random() - 0.5);
  const values = new Float64Array(kernels.memory.buffer, 0, 100);
  const select = (most: number) => {
    values.set(list);
    new Int32Array(kernels.memory.buffer, 1024, 1)[0] = 50;
    return kernels.ranks(0, 100, 1024, 1, 2048, 3072, most);
  };
  expect(select(40)).toBe(1);
  expect(new Float64Array(kernels.memory.buffer, 2048, 1)[0]).toBe(list.toSorted()[50]);
  expect(select(1)).toBe(0);
  expect(values.toSorted()).toEqual(list.toSorted());
});
