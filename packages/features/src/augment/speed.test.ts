import { expect, test } from 'vitest';
import { resample } from '../core/resample.ts';
import { speed } from './speed.ts';

const sampleRate = 48_000;
const sine = (hz: number, length: number, rate = sampleRate): Float32Array =>
  Float32Array.from({ length }, (_, i) => 0.5 * Math.sin((2 * Math.PI * hz * i) / rate));

test.each([15 / 17, 15 / 16, 16 / 15, 17 / 15])(
  'at a speed of %d a tone is as much higher and shorter',
  (rate) => {
    const played = speed({ samples: sine(1000, 48_000), sampleRate }, { rate });
    const heard = resample(played.samples, { origSr: played.sampleRate, targetSr: 16_000 });
    expect(heard.length).toBe(Math.ceil(16_000 / rate));
    const middle = [2000, heard.length - 2000] as const;
    expect(heard.subarray(...middle)).toBeAllclose(
      sine(1000 * rate, heard.length, 16_000).subarray(...middle),
      // The passband of the resampling droops by 5e-4 at most.
      { rtol: 0, atol: 5e-4 },
    );
  },
);

test('the samples are not copied', () => {
  const samples = sine(100, 10);
  expect(speed({ samples, sampleRate }, { rate: 1.25 })).toEqual({ samples, sampleRate: 60_000 });
  expect(speed({ samples, sampleRate }, { rate: 1.25 }).samples).toBe(samples);
});
