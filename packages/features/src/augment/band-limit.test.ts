import { expect, test } from 'vitest';
import { resample } from '../core/resample.ts';
import { bandLimit } from './band-limit.ts';

const sampleRate = 48_000;
const sine = (hz: number): Float32Array =>
  Float32Array.from({ length: 9600 }, (_, i) => Math.sin((2 * Math.PI * hz * i) / sampleRate));

test('a file of 8 kHz keeps what is below 4 kHz', () => {
  const loudest = (hz: number): number => {
    const limited = bandLimit({ samples: sine(hz), sampleRate }, { sampleRate: 8000 });
    expect(limited.sampleRate).toBe(8000);
    // Without the ends, where the tone starts and stops.
    return Math.max(...limited.samples.subarray(300, -300).map(Math.abs));
  };
  expect(loudest(3000)).toBeGreaterThan(0.99);
  expect(loudest(4100)).toBeLessThan(1e-4);
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
