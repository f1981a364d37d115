import fc from 'fast-check';
import { expect, test } from 'vitest';
import { powerToDb } from '../core/decibels.ts';
import { writeDecibels } from './write-decibels.ts';

const power = fc.float32Array({ minLength: 1, min: 0, noNaN: true, noDefaultInfinity: true });

test('decibels are ten decimal logarithms', () => {
  fc.assert(
    fc.property(power, (values) => {
      const out = new Float32Array(values.length);
      writeDecibels(values, out, 1e-10, 3);
      values.forEach((value, i) => {
        const expected = 10 * Math.log10(Math.max(1e-10, value)) - 3;
        // Half a step of float32 at 400, the greatest, and less for smaller ones.
        expect(Math.abs(out[i] - expected)).toBeLessThanOrEqual(
          2 ** -24 * Math.abs(expected) + 1e-13,
        );
      });
    }),
    { numRuns: 2000 },
  );
});

test('1 is 0 dB exactly, and what is no number or infinite stays so', () => {
  const out = new Float32Array(3);
  writeDecibels(Float32Array.of(1, Number.NaN, Number.POSITIVE_INFINITY), out, 1e-10, 0);
  expect([...out]).toEqual([0, Number.NaN, Number.POSITIVE_INFINITY]);
});

test('WebAssembly gives the same bits', () => {
  fc.assert(
    fc.property(power, (data) => {
      const { data: ours } = powerToDb({ data, shape: [1, data.length] }, { topDb: null });
      const theirs = new Float32Array(data.length);
      writeDecibels(data, theirs, 1e-10, 0);
      expect(ours).toEqual(theirs);
    }),
    { numRuns: 2000 },
  );
});
