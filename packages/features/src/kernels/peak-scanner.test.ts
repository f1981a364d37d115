import fc from 'fast-check';
import { expect, test } from 'vitest';
import { peakScanner } from './peak-scanner.ts';

// Few different values: neighbours are often equal, and equal to the threshold.
const frame = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 3, maxLength: 40 });

test('peaks are the local maxima above the threshold', () => {
  fc.assert(
    fc.property(frame, fc.nat(), fc.nat(), (numbers, a, b) => {
      const bins = numbers.length;
      const values = Float32Array.from([...numbers, ...numbers]);
      const [first, end] = [a, b].map((n) => 1 + (n % (bins - 1))).sort((x, y) => x - y);
      const floor = 0.5 * Math.max(...numbers);
      const expected = numbers.flatMap((value, f) => {
        const inside = f >= first && f < end;
        const rises = value > floor && value > numbers[f - 1] && value >= numbers[f + 1];
        return inside && rises ? [f] : [];
      });
      expect([...peakScanner(values, bins, first, end, 0.5)(bins)]).toEqual(expected);
    }),
  );
});
