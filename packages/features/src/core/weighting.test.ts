import { describe, expect, test } from 'vitest';
import { titleOf } from '../testing/case.ts';
import { casesOf, keptOf, librosas, magnitudes } from '../testing/pyin-case.ts';
import { signals } from '../testing/signals.ts';
import { aWeighting, perceptualWeighting } from './weighting.ts';

const known = signals();
const power = (samples: Float32Array): ReturnType<typeof magnitudes> => {
  const { data, shape } = magnitudes(samples);
  return { data: data.map((value) => value * value), shape };
};
const frequencies = Array.from({ length: 40 }, (_, i) => 200 * i);

describe('librosa', () => {
  for (const expected of casesOf('a_weighting')) {
    test(titleOf(expected), () => {
      const hz = Array.from({ length: 146 }, (_, i) => 137.5 * i);
      const ours = keptOf(aWeighting(hz, expected.options), expected, 0);
      expect(ours).toBeAllclose(librosas(expected, 0), { rtol: 1e-8, atol: 1e-8 });
    });
  }

  for (const expected of casesOf('perceptual_weighting')) {
    test(titleOf(expected), () => {
      const { data } = perceptualWeighting(power(known.sentence), frequencies, expected.options);
      // Decibels of mel bands that are float32.
      const tolerance = { rtol: 1e-6, atol: 1e-5 };
      expect(keptOf(data, expected, 0)).toBeAllclose(librosas(expected, 0), tolerance);
    });
  }
});

test('these are the defaults', () => {
  expect(aWeighting([0, 1000])).toEqual(aWeighting([0, 1000], { minDb: -80 }));
  expect(aWeighting([0], { minDb: null })[0]).toBe(Number.NEGATIVE_INFINITY);
});

test.each<[string, () => unknown]>([
  ['aWeighting: `frequencies` must be ≥ 0 Hz, got -1', () => aWeighting([1, -1])],
  ['aWeighting: `frequencies` must be a list of numbers, got 7', () => aWeighting(7 as never)],
  ['aWeighting: `minDb` must be finite', () => aWeighting([1], { minDb: Number.NaN })],
  [
    'perceptualWeighting: `power` must be floats or {',
    () => perceptualWeighting(new Float32Array(40) as never, [1, 2, 3]),
  ],
  [
    'perceptualWeighting: `frequencies` must be 40 of them, got 3',
    () => perceptualWeighting(power(known.sentence), [1, 2, 3]),
  ],
])('%s', (text, call) => expect(call).toThrow(text));
