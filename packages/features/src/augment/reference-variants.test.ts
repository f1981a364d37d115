import { expect, test } from 'vitest';
import { pitchShift } from '../effects/pitch-shift.ts';
import { timeStretch } from '../effects/time-stretch.ts';
import { seeded, signals } from '../testing/signals.ts';
import { addNoise } from './add-noise.ts';
import { REFERENCE_VARIANTS, referenceVariants } from './reference-variants.ts';

const { tones } = signals();

test('the three variants, in the recipe’s order', () => {
  const variants = referenceVariants(tones, { sampleRate: 22050, random: seeded(7) });
  expect(variants.map(({ name }) => name)).toEqual([...REFERENCE_VARIANTS]);
  expect(variants[0].samples).toEqual(tones);
  expect(variants[1].samples).toEqual(addNoise(tones, { random: seeded(7) }));
  const slow = timeStretch(tones, { rate: 0.8 });
  expect(variants[2].samples).toEqual(pitchShift(slow, { sampleRate: 22050, nSteps: 2 }));
  expect(variants[2].samples.length).toBe(27562);
});

test('noise is normal and as loud as the recipe makes it', () => {
  const samples = new Float32Array(20000);
  samples[0] = 0.5;
  const random = seeded(3);
  const loudness = 0.035 * seeded(3)() * 0.5;
  const noise = addNoise(samples, { random }).subarray(1);
  const mean = noise.reduce((a, b) => a + b, 0) / noise.length;
  const deviation = Math.sqrt(noise.reduce((a, b) => a + (b - mean) ** 2, 0) / noise.length);
  // 20,000 draws: the mean is within 4 standard errors of 0, the deviation within 2 %.
  expect(Math.abs(mean)).toBeLessThan((4 * loudness) / Math.sqrt(noise.length));
  expect(deviation / loudness).toBeCloseTo(1, 1);
});
