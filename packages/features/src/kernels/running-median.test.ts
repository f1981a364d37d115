import { seeded } from '@ser/testing';
import { expect, test } from 'vitest';
import { floatBits } from '../util/float-bits.ts';
import { runningMedian } from './running-median.ts';

/** The median of each window by sorting it; the upper one of an even number. */
function bySorting(line: Float32Array, size: number): number[] {
  return Array.from(
    { length: line.length - size + 1 },
    (_, i) => line.slice(i, i + size).sort()[Math.floor(size / 2)],
  );
}

test.each([1, 2, 3, 8, 31, 64])('windows of %i have the medians that sorting gives', (size) => {
  const random = seeded(size);
  // A few values often, so that there are ties, and others once.
  const draw = (): number =>
    random() < 0.5 ? Math.floor(4 * random()) : 10 ** (20 * random() - 10);
  const line = Float32Array.from({ length: 300 }, draw);
  const count = line.length - size + 1;
  const out = new Float32Array(count);
  runningMedian(floatBits(line), size, count, floatBits(out), 0, 1);
  expect([...out]).toEqual(bySorting(line, size));
});

test('medians are written apart from each other, and the line stays as it is', () => {
  const line = Float32Array.of(3, 1, 2, 5, 4);
  const out = new Float32Array(8).fill(-1);
  runningMedian(floatBits(line), 3, 3, floatBits(out), 1, 3);
  expect([...out]).toEqual([-1, 2, -1, -1, 2, -1, -1, 4]);
  expect([...line]).toEqual([3, 1, 2, 5, 4]);
});
