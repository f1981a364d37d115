import { seeded } from '@ser/testing';
import { expect, test } from 'vitest';
import { flooredDecibels } from './floored-decibels.ts';
import { writeDecibels } from './write-decibels.ts';

const random = seeded(6);

// Fewer than the kernel takes, all remainders by four, and more than it takes at a time.
test.each([1, 3, 4, 5, 6, 7, 1001, (1 << 20) + 5])(
  '%i values are cut below the maximum',
  (count) => {
    const values = Float32Array.from({ length: count }, () => 10 ** (12 * random() - 9));
    // The greatest is the last one but one.
    if (count > 2) values[count - 2] = 5000;
    const ours = flooredDecibels(values, { least: 1e-10, offset: 3, topDb: 50 });
    const plain = new Float32Array(count);
    writeDecibels(values, plain, 1e-10, 3);
    const floor = plain.reduce((most, value) => Math.max(most, value)) - 50;
    expect(ours).toEqual(plain.map((value) => Math.max(value, floor)));
  },
);

test('what is not a number stays so, and infinite powers are infinite', () => {
  const values = Float32Array.of(1, Number.NaN, 2, 3, 4);
  const levels = flooredDecibels(values, { least: 1e-10, offset: 0, topDb: 80 });
  expect([levels[0], levels[1]]).toEqual([0, Number.NaN]);
  const infinite = flooredDecibels(values.fill(2), {
    least: Number.POSITIVE_INFINITY,
    offset: 0,
    topDb: null,
  });
  expect([...infinite]).toEqual(new Array(5).fill(Number.POSITIVE_INFINITY));
});
