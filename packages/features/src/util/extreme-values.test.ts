import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inserted, MOST_INSERTED, sorted } from './extreme-values.ts';

// Few different values, so that many are equal.
const value = fc.integer({ min: 0, max: 9 });

test.each([sorted, inserted])('%o finds both ends of a part, in order', (select) => {
  const part = fc.array(value, { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(part, fc.array(value), fc.integer({ min: 1, max: 60 }), (values, before, most) => {
      const count = Math.min(most, values.length);
      const all = Float32Array.of(...before, ...values, 0, 9);
      const [smallest, greatest] = [new Float32Array(count), new Float32Array(count)];
      select(all, before.length, before.length + values.length, smallest, greatest);
      const rising = values.toSorted((a, b) => a - b);
      expect([...smallest]).toEqual(rising.slice(0, count));
      expect([...greatest]).toEqual(rising.toReversed().slice(0, count));
    }),
  );
});

test('a band of three octaves of 2,048 samples takes the insertion', () => {
  // A fiftieth of its bins.
  expect(MOST_INSERTED).toBeGreaterThan(0.02 * 1025);
});
