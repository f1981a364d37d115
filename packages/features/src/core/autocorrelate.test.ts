import { describe, expect, test } from 'vitest';
import { titleOf } from '../testing/case.ts';
import { casesOf, keptOf, librosas } from '../testing/pyin-case.ts';
import { signals } from '../testing/signals.ts';
import { autocorrelate } from './autocorrelate.ts';

const known = signals();

describe('librosa: autocorrelate', () => {
  for (const expected of casesOf('autocorrelate')) {
    test(titleOf(expected), () => {
      const ours = keptOf(autocorrelate(known[expected.signal], expected.options), expected, 0);
      // Sums with cancellation, on the scale of the largest.
      const tolerance = { rtol: 1e-8, atol: 1e-12 * expected.parts[0].max };
      expect(ours).toBeAllclose(librosas(expected, 0), tolerance);
    });
  }
});

test('no more lags are returned than there are samples', () => {
  expect(autocorrelate(Float32Array.of(1, 2), { maxSize: 9 })).toBeAllclose([5, 2], {
    rtol: 1e-15,
    atol: 1e-15,
  });
});

test.each<[string, () => unknown]>([
  [
    'autocorrelate: `maxSize` must be a whole number',
    () => autocorrelate(known.one, { maxSize: 0 }),
  ],
  ['autocorrelate: `samples` is empty', () => autocorrelate(new Float32Array())],
  [
    'autocorrelate: `samples` must be at most 4194304 long',
    () => autocorrelate(new Float32Array(2 ** 22 + 1)),
  ],
])('%s', (text, call) => expect(call).toThrow(text));
