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
      const expected = Array.from(values, (x) => 10 * Math.log10(Math.max(1e-10, x)) - 3);
      // Half a step of float32, and the last bits of a double.
      expect(out).toBeAllclose(expected, { rtol: 2 ** -24, atol: 1e-13 });
    }),
    { numRuns: 2000 },
  );
});

test.each([
  [1, 0],
  [Number.NaN, Number.NaN],
  [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
])('a power of %d is %d dB exactly', (power, level) => {
  const out = new Float32Array(1);
  writeDecibels(Float32Array.of(power), out, 1e-10, 0);
  expect(out[0]).toBe(level);
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
