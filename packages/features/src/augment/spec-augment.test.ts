import { seeded } from '@ser/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { specAugment } from './spec-augment.ts';

const matrix = { data: new Float32Array(20 * 50).fill(1), shape: [20, 50] } as const;
const options = { frequencyWidth: 5, timeWidth: 8, fill: 0 };

test('the seed alone says where masks are', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const masked = specAugment(matrix, { random: seeded(seed), ...options });
      expect(specAugment(matrix, { random: seeded(seed), ...options })).toEqual(masked);
    }),
  );
});

test('masks cover whole rows and whole frames, as wide as allowed', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { data, shape } = specAugment(matrix, { random: seeded(seed), ...options });
      expect(shape).toEqual([20, 50]);
      const rows = Array.from({ length: 20 }, (_, r) => data.subarray(r * 50, r * 50 + 50));
      const hidden = rows.filter((row) => row.every((value) => value === 0));
      expect(hidden.length).toBeLessThanOrEqual(10);
      const open = rows.find((row) => row.some((value) => value === 1)) ?? new Float32Array(0);
      expect(open.filter((value) => value === 0).length).toBeLessThanOrEqual(16);
      for (const row of rows) expect(hidden.includes(row) || row.join() === open.join()).toBe(true);
    }),
  );
});

test('the matrix that came is not changed', () => {
  specAugment(matrix, { random: seeded(), ...options });
  expect(matrix.data.every((value) => value === 1)).toBe(true);
});

test('masks are filled with the mean', () => {
  const few = { data: Float32Array.of(1, 2, 3, 6), shape: [2, 2] } as const;
  const masked = specAugment(few, { random: () => 0.999, timeMasks: 0, frequencyMasks: 1 });
  expect([...masked.data]).toEqual([3, 3, 3, 3]);
});

test('no mask is a copy', () => {
  const few = { data: Float32Array.of(1, 2, 3, 6), shape: [2, 2] } as const;
  expect(specAugment(few, { random: () => 0, frequencyMasks: 0, timeMasks: 0 })).toEqual(few);
});

/** Draws the given numbers, one after the other, and then none. */
function draws(...numbers: number[]): () => number {
  let at = 0;
  return () => numbers[at++];
}

/** Rows as texts, a masked cell a dot. */
function picture({ data, shape }: ReturnType<typeof specAugment>): string[] {
  return Array.from({ length: shape[0] }, (_, r) =>
    Array.from(data.subarray(r * shape[1], (r + 1) * shape[1]), (x) => (x === -1 ? '.' : 'x')).join(
      '',
    ),
  );
}

const open = { data: new Float32Array(4 * 6).fill(1), shape: [4, 6] } as const;

test('a mask is as wide as the first draw and begins at the second, rows before frames', () => {
  // Of a width up to 2: two rows, at 1 of 0 to 2. Of a width up to 3: two frames, at 3 of 0 to 4.
  const random = draws(0.7, 0.5, 0.5, 0.7);
  const masks = { frequencyMasks: 1, timeMasks: 1, frequencyWidth: 2, timeWidth: 3 };
  expect(picture(specAugment(open, { random, ...masks, fill: -1 }))).toEqual([
    'xxx..x',
    '......',
    '......',
    'xxx..x',
  ]);
});

test('the widest mask at the last place ends with the matrix', () => {
  const most = 1 - 2 ** -32;
  const masks = { frequencyMasks: 1, timeMasks: 1, frequencyWidth: 2, timeWidth: 3, fill: -1 };
  expect(picture(specAugment(open, { random: draws(most, most, most, most), ...masks }))).toEqual([
    'xxx...',
    'xxx...',
    '......',
    '......',
  ]);
});

test('a mask of no width hides nothing', () => {
  const random = draws(0, 0.9, 0, 0.9);
  const masks = { frequencyMasks: 1, timeMasks: 1, fill: -1 };
  expect(specAugment(open, { random, ...masks })).toEqual(open);
});

test('by default there are two masks of up to 27 rows, then two of up to 40 frames', () => {
  const large = { data: new Float32Array(100 * 100).fill(1), shape: [100, 100] } as const;
  const most = 1 - 2 ** -32;
  // Each as wide as may be: rows at the start and at the end, then frames.
  const masked = specAugment(large, {
    random: draws(most, 0, most, most, most, 0, most, most),
    fill: -1,
  });
  const rows = picture(masked);
  const hidden = [...rows.keys()].filter((r) => !rows[r].includes('x'));
  expect(hidden).toEqual([...rows.keys()].filter((r) => r < 27 || r >= 73));
  expect(rows[50]).toBe('.'.repeat(40) + 'x'.repeat(20) + '.'.repeat(40));
});

test('masks hide the mean unless a number is given', () => {
  const few = { data: Float32Array.of(1, 2, 3, 6), shape: [2, 2] } as const;
  const masks = { frequencyMasks: 0, timeMasks: 1, timeWidth: 1 };
  const random = (): number => 0.6;
  expect([...specAugment(few, { random, ...masks }).data]).toEqual([1, 3, 3, 3]);
  expect([...specAugment(few, { random, ...masks, fill: 9 }).data]).toEqual([1, 9, 3, 9]);
});
