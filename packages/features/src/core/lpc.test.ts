import { describe, expect, test } from 'vitest';
import { titleOf } from '../testing/case.ts';
import { casesOf, keptOf, librosas } from '../testing/pyin-case.ts';
import { signals } from '../testing/signals.ts';
import { lpc } from './lpc.ts';

const known = signals();

describe('librosa: lpc', () => {
  for (const expected of casesOf('lpc')) {
    test(titleOf(expected), () => {
      const ours = lpc(known[expected.signal], expected.options as never);
      // Sums of thousands of doubles, in another order; the goldens keep nine digits.
      const tolerance = { rtol: 1e-8, atol: 1e-9 };
      expect(keptOf(ours, expected, 0)).toBeAllclose(librosas(expected, 0), tolerance);
    });
  }
});

test('a resonance is found again', () => {
  // Noise through 1 / (1 - 1.8 z^-1 + 0.9 z^-2).
  const y = Float64Array.from(known.hiss);
  for (let i = 0; i < y.length; i++) y[i] += 1.8 * (y[i - 1] ?? 0) - 0.9 * (y[i - 2] ?? 0);
  // 6,000 samples know them to 0.01.
  expect(lpc(y, { order: 2 })).toBeAllclose([1, -1.8, 0.9], { rtol: 0, atol: 0.02 });
});

test.each([0, 1.5, 700, '2', undefined])('the order may not be %o', (order) => {
  expect(() => lpc(known.short, { order } as never)).toThrow(
    'lpc: `order` must be a whole number in [1, 699] for 700 samples, got',
  );
});

test('the order may be one less than there are samples', () => {
  expect(lpc(Float32Array.of(1, 0.5, 0.25), { order: 2 }).length).toBe(3);
});
