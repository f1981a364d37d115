import { expect, test } from 'vitest';
import { resample } from '../core/resample.ts';
import { type BandLimitOptions, bandLimit } from './band-limit.ts';

const sampleRate = 48_000;
const sine = (hz: number): Float32Array =>
  Float32Array.from({ length: 9600 }, (_, i) => Math.sin((2 * Math.PI * hz * i) / sampleRate));

/** What is left of a tone, without the ends, where it starts and stops. */
const loudest = (hz: number, options: BandLimitOptions): number => {
  const limited = bandLimit({ samples: sine(hz), sampleRate }, options);
  const edge = 0.04 * limited.sampleRate;
  return Math.max(...limited.samples.subarray(edge, -edge).map(Math.abs));
};

test('a file of 8 kHz keeps what is below 4 kHz', () => {
  expect(bandLimit({ samples: sine(500), sampleRate }, { sampleRate: 8000 }).sampleRate).toBe(8000);
  expect(loudest(3000, { sampleRate: 8000 })).toBeGreaterThan(0.99);
  expect(loudest(4100, { sampleRate: 8000 })).toBeLessThan(1e-4);
});

test('it is the recording, resampled', () => {
  const samples = sine(500);
  expect(bandLimit({ samples, sampleRate }, { sampleRate: 11_025 })).toEqual({
    samples: resample(samples, { origSr: sampleRate, targetSr: 11_025 }),
    sampleRate: 11_025,
  });
});

test.each([8000, 7999.5])('a recording at %d Hz is kept as it is', (rate) => {
  const audio = { samples: sine(500), sampleRate: rate };
  expect(bandLimit(audio, { sampleRate: 8000 })).toBe(audio);
});

test.each([8000, 16_000, 48_000])('a line at %d Hz passes a band, whatever the rate', (rate) => {
  const line = { sampleRate: rate, lowest: 300, highest: 3400 };
  for (const hz of [60, 150, 255, 3445]) expect(loudest(hz, line)).toBeLessThan(0.01);
  for (const hz of [345, 1000, 3000, 3355]) {
    // The ripple of the filter; a sample is not at every peak.
    expect(loudest(hz, line)).toBeAllclose(1, { rtol: 0, atol: 0.01 });
  }
  // Half of the amplitude.
  for (const hz of [300, 3400]) {
    expect(loudest(hz, line)).toBeAllclose(0.5, { rtol: 0, atol: 0.01 });
  }
});

test('each edge cuts without the other', () => {
  expect(loudest(150, { sampleRate, lowest: 300 })).toBeLessThan(0.001);
  expect(loudest(9000, { sampleRate, lowest: 300 })).toBeGreaterThan(0.99);
  expect(loudest(150, { sampleRate, highest: 3400 })).toBeGreaterThan(0.99);
  expect(loudest(9000, { sampleRate, highest: 3400 })).toBeLessThan(0.001);
});

test('what passes is neither moved nor shortened', () => {
  const samples = sine(1000);
  const line = bandLimit({ samples, sampleRate }, { sampleRate, lowest: 300, highest: 3400 });
  expect([line.sampleRate, line.samples.length]).toEqual([sampleRate, 9600]);
  // The ripple of the filter.
  const middle = samples.subarray(2000, -2000);
  expect(line.samples.subarray(2000, -2000)).toBeAllclose(middle, { rtol: 0, atol: 0.01 });
});

test('a recording of a low rate is filtered at its own', () => {
  const audio = { samples: sine(500), sampleRate: 6000 };
  // The tone is at 62.5 Hz there.
  const line = bandLimit(audio, { sampleRate: 8000, lowest: 300 });
  expect(line.sampleRate).toBe(6000);
  expect(Math.max(...line.samples.subarray(500, -500).map(Math.abs))).toBeLessThan(0.001);
  // An edge above half of the rate cuts nothing, or everything.
  const wide = bandLimit(audio, { sampleRate: 8000, highest: 3400 });
  expect(wide.samples).toBeAllclose(audio.samples, { rtol: 0, atol: 1e-6 });
  const none = bandLimit(audio, { sampleRate: 8000, lowest: 3400 });
  expect(Math.max(...none.samples.map(Math.abs))).toBeLessThan(1e-6);
});

test('edges are drawn between two numbers, the lower one first', () => {
  const audio = { samples: sine(500), sampleRate };
  const draws = [0.25, 0.5];
  const drawn = bandLimit(audio, {
    sampleRate: 8000,
    lowest: [200, 400],
    highest: [3000, 3700],
    random: () => draws.shift() ?? Number.NaN,
  });
  expect(drawn).toEqual(bandLimit(audio, { sampleRate: 8000, lowest: 250, highest: 3350 }));
  expect(draws).toEqual([]);
});

test('a number draws nothing', () => {
  const random = () => expect.unreachable();
  bandLimit({ samples: sine(500), sampleRate }, { sampleRate, lowest: 300, random });
});

test.each<[text: string, options: Partial<BandLimitOptions>]>([
  ['`random` must be a function, got undefined', { lowest: [200, 400] }],
  ['`highest` must be above lowest=400, got 400', { lowest: 400, highest: 400 }],
  ['`highest` must be above lowest=400, got 300', { lowest: [200, 400], highest: [300, 3400] }],
  ['`lowest[1]` must be at least lowest[0]=400, got 200', { lowest: [400, 200] }],
])('bandLimit: %s', (text, options) => {
  const audio = { samples: sine(500), sampleRate };
  expect(() => bandLimit(audio, { sampleRate: 8000, ...options })).toThrow(`bandLimit: ${text}`);
});
