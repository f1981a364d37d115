import { describe, expect, test } from 'vitest';
import { titleOf } from '../testing/case.ts';
import { casesOf, keptOf, librosas } from '../testing/pyin-case.ts';
import { fftFrequencies } from './fft-frequencies.ts';

describe('librosa: fft_frequencies', () => {
  for (const expected of casesOf('fft_frequencies')) {
    test(titleOf(expected), () => {
      const ours = keptOf(fftFrequencies(expected.options as never), expected, 0);
      expect(ours).toBeAllclose(librosas(expected, 0), { rtol: 1e-8, atol: 0 });
    });
  }
});

test('a transform has 2,048 samples by default', () => {
  expect(fftFrequencies({ sampleRate: 2048 })).toEqual(
    Float64Array.from({ length: 1025 }, (_, i) => i),
  );
});

test.each<[string, object]>([
  ['fftFrequencies: `sampleRate` must be > 0', { sampleRate: 0 }],
  ['fftFrequencies: `nFft` must be a whole number', { sampleRate: 1, nFft: 0 }],
])('%s', (text, options) => {
  expect(() => fftFrequencies(options as never)).toThrow(text);
});
