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

test('where windows sum to little, samples are still divided by it', () => {
  const samples = new Float32Array(3000).fill(1);
  const options = { nFft: 2048, hopLength: 512, center: false };
  const back = istft(stft(samples, options), options);
  // The first sample lies under a window of 0. The squares of the next windows are 6e-12 and 9e-11,
  // by whose roots float32 spectra of up to 1e3 are divided.
  expect(back[0]).toBeAllclose(0, { rtol: 0, atol: 1e-3 });
  expect(back.subarray(20, 2000)).toBeAllclose(samples.subarray(20, 2000), { rtol: 0, atol: 1e-3 });
  expect(back.subarray(2, 20)).toBeAllclose(samples.subarray(2, 20), { rtol: 0, atol: 0.1 });
});

test('the length is that of the frames, centred or not, unless another is asked for', () => {
  const samples = new Float32Array(5000);
  const lengths = [true, false].map(
    (center) => istft(stft(samples, { center }), { center }).length,
  );
  // Ten frames of hops of 512, and six, the last of which is whole.
  expect(lengths).toEqual([4608, 4608]);
  expect(istft(stft(samples), { length: 4000 }).length).toBe(4000);
});
