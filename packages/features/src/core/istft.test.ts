import fc from 'fast-check';
import { expect, test } from 'vitest';
import { istft } from './istft.ts';
import { stft } from './stft.ts';

const signal = fc.float32Array({ min: -1, max: 1, noNaN: true, minLength: 300, maxLength: 2000 });

test('istft undoes stft at every size whose frames overlap', () => {
  const sizes = fc.constantFrom(
    { nFft: 256, hopLength: 64 },
    { nFft: 256, hopLength: 100 },
    { nFft: 250, hopLength: 60 },
    { nFft: 256, hopLength: 32, winLength: 200, window: 'hamming' as const },
  );
  fc.assert(
    fc.property(signal, sizes, (samples, options) => {
      const back = istft(stft(samples, options), { ...options, length: samples.length });
      // The last samples lie under the edge of the last window, where the sum of squares is small.
      const end = Math.max(0, samples.length - options.nFft);
      const expected = samples.subarray(0, end);
      // float32 keeps seven digits, of which the sum of the windows costs two.
      expect(back.subarray(0, end)).toBeAllclose(expected, { rtol: 0, atol: 1e-5 });
    }),
    { numRuns: 50 },
  );
});

test('without a length it gives what the frames hold', () => {
  const samples = new Float32Array(5000).fill(0.5);
  expect(istft(stft(samples)).length).toBe(512 * Math.floor(5000 / 512));
});
