import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resample } from './resample.ts';

const sine = (hz: number, rate: number, length: number): Float32Array =>
  Float32Array.from({ length }, (_, i) => Math.sin((2 * Math.PI * hz * i) / rate));

const rates = [8000, 16000, 22050, 24000, 44100, 48000, 96000];

test('a sine keeps its frequency, amplitude and phase', () => {
  const rate = fc.constantFrom(...rates);
  fc.assert(
    fc.property(rate, rate, fc.double({ min: 0.01, max: 0.85, noNaN: true }), (from, to, part) => {
      const hz = (part * Math.min(from, to)) / 2;
      const result = resample(sine(hz, from, 6000), { origSr: from, targetSr: to });
      const expected = sine(hz, to, result.length);
      // Away from the ends, where the signal starts and stops.
      const edge = Math.ceil(result.length / 5);
      const middle = [edge, Math.max(edge, result.length - edge)] as const;
      expect(result.subarray(...middle)).toBeAllclose(expected.subarray(...middle), {
        rtol: 0,
        // Twice what soxr's passband droops by at 0.85 of its width, 5e-4.
        atol: 1e-3,
      });
    }),
    { numRuns: 60 },
  );
});

test('the length is librosa’s: rounded up', () => {
  const length = fc.integer({ min: 1, max: 3000 });
  const rate = fc.constantFrom(...rates, 24750.5);
  fc.assert(
    fc.property(length, rate, rate, (n, from, to) => {
      const { length } = resample(new Float32Array(n), { origSr: from, targetSr: to });
      expect(length).toBe(Math.ceil(n * (to / from)));
    }),
    { numRuns: 60 },
  );
});

// What soxr 1.1.0 gives for these lengths, each of which ends in a half; librosa fills up with a
// zero.
test.each([
  [160, 74],
  [480, 220],
  [800, 367],
  [1120, 515],
  [60000, 27562],
  [60320, 27709],
])('a length of %i gives %i samples, as in soxr', (length, count) => {
  const result = resample(new Float32Array(length).fill(0.5), { origSr: 48000, targetSr: 22050 });
  expect(result.length).toBe(Math.ceil((length * 22050) / 48000));
  expect(result.findLastIndex((sample) => sample !== 0) + 1).toBe(count);
});

describe.each([
  [48000, 22050],
  [44100, 16000],
  [48000, 16000],
  [96000, 22050],
])('from %i to %i Hz', (from, to) => {
  test.each([1, 1.05, 1.3])(
    'a tone at %d of the Nyquist frequency is removed by 100 dB',
    (part) => {
      const hz = (part * to) / 2;
      if (hz >= from / 2) return;
      const result = resample(sine(hz, from, 20000), { origSr: from, targetSr: to });
      const edge = Math.ceil(result.length / 4);
      const middle = result.subarray(edge, result.length - edge);
      expect(Math.max(...middle.map(Math.abs))).toBeLessThan(1e-5);
    },
  );
});

test('digital silence stays silent beside sound', () => {
  const samples = new Float32Array(48000);
  samples.set(sine(440, 48000, 4000));
  const result = resample(samples, { origSr: 48000, targetSr: 22050 });
  expect(result.subarray(11025).every((sample) => sample === 0)).toBe(true);
});

test('equal rates give a copy', () => {
  const samples = Float32Array.of(0.1, 0.2);
  const copy = resample(samples, { origSr: 8000, targetSr: 8000 });
  expect(copy).toEqual(samples);
  expect(copy).not.toBe(samples);
});

// The signal is worked on in blocks of 4096 samples, and in zeros before and behind it.
test.each([
  [32000, 48000],
  [8000, 32000],
  [48000, 16000],
  [22050, 16000],
])('silence behind a clip does not change it, from %i to %i Hz', (origSr, targetSr) => {
  for (const length of [4000, 4096, 4097, 8150]) {
    const clip = sine(200, origSr, length);
    const longer = new Float32Array(length + 5000);
    longer.set(clip);
    // soxr leaves the last sample out where the length ends in a part of one.
    const result = resample(clip, { origSr, targetSr }).subarray(0, -1);
    const expected = resample(longer, { origSr, targetSr }).subarray(0, result.length);
    expect(result).toEqual(expected);
  }
});

test('a rate may fall by a factor of 1,024, whose filter is long', () => {
  const samples = new Float32Array(20_480).fill(0.5);
  const result = resample(samples, { origSr: 1_024_000, targetSr: 1000 });
  // The middle of a constant, whose ends the filter reaches.
  expect(result.length).toBe(20);
  expect(Math.max(...result)).toBeLessThan(0.6);
});

// By transforms of many kinds, and by sums alone.
test.each([
  [48000, 16000],
  [44100, 16000],
  [22050, 16000],
  [8000, 16000],
  [44100, 22050],
  [96000, 22050],
  [24000, 16000],
  [32000, 48000],
  [12000, 16000],
  [8000, 40000],
  [2_048_000, 8000],
  [44100.5, 16000],
])('a sample that is not finite is found wherever it is, from %d to %d Hz', (origSr, targetSr) => {
  const place = fc.oneof(fc.integer({ min: 0, max: 8999 }), fc.integer({ min: 8900, max: 8999 }));
  const value = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
  fc.assert(
    fc.property(place, value, fc.boolean(), (i, wrong, isSilent) => {
      const samples = isSilent ? new Float32Array(9000) : sine(300, origSr, 9000);
      samples[i] = wrong;
      expect(() => resample(samples, { origSr, targetSr })).toThrow(
        `resample: \`samples\` must be finite, got ${wrong} at index ${i}`,
      );
    }),
    {
      numRuns: 30,
      examples: [
        [0, Number.NaN, true],
        [8999, Number.NaN, true],
      ],
    },
  );
});

test('a sample that is not finite is found where the result has none', () => {
  const samples = Float32Array.of(Number.NaN);
  const call = (): unknown => resample(samples, { origSr: 44100, targetSr: 16000 });
  expect(call).toThrow('must be finite, got NaN at index 0');
});

test('samples that are too loud for float32 are no mistake', () => {
  const samples = new Float32Array(9000).fill(3e38);
  expect(resample(samples, { origSr: 48000, targetSr: 16000 }).length).toBe(3000);
});
