import { seeded } from '@ser/testing';
import { expect, test } from 'vitest';
import { addNoise } from './add-noise.ts';

const draws = 20_000;
const samples = new Float32Array(1 + draws);
samples[0] = 0.5;
const loudness = 0.035 * seeded(3)() * 0.5;
const noise = addNoise(samples, { random: seeded(3) }).subarray(1);
const mean = noise.reduce((a, b) => a + b, 0) / draws;

test('noise has no offset', () => {
  // Within 4 standard errors.
  expect(mean).toBeAllclose(0, { rtol: 0, atol: (4 * loudness) / Math.sqrt(draws) });
});

test('noise is as loud as the recipe makes it', () => {
  const deviation = Math.sqrt(noise.reduce((a, b) => a + (b - mean) ** 2, 0) / draws);
  // A standard deviation of 20,000 draws has a standard error of 0.5 %: ten of them.
  expect(deviation / loudness).toBeAllclose(1, { rtol: 0, atol: 0.05 });
});
