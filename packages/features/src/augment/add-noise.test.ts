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

// The reference recipe takes the greatest sample, `np.amax(y)`, and not the greatest magnitude.
// Uniform numbers of which each pair makes the normal number 1: e^(-1/2) and a cosine of 1.
function ones(loudness: number): () => number {
  let drawn = 0;
  return () => {
    const at = drawn++;
    if (at === 0) return loudness;
    return at % 2 === 1 ? 1 - Math.exp(-0.5) : 0;
  };
}

test.each<[name: string, samples: number[], greatest: number]>([
  ['that is louder below zero', [0.25, -0.75, 0.5], 0.5],
  ['that is louder above zero', [0.75, -0.25, 0.5], 0.75],
  ['that lies below zero', [-0.25, -0.75, -0.5], -0.25],
  ['of silence', [0, 0, 0], 0],
])('the noise of a signal %s is that of its greatest sample', (_, values, greatest) => {
  const noisy = addNoise(Float32Array.from(values), { random: ones(0.5), amplitude: 0.1 });
  const expected = values.map((value) => value + 0.1 * 0.5 * greatest);
  // Float32 of sums of doubles.
  expect(noisy).toBeAllclose(expected, { rtol: 0, atol: 1e-7 });
});

test('the default loudness is up to 3.5 %', () => {
  expect(addNoise(Float32Array.of(1, 0), { random: ones(0.9) })[1]).toBeAllclose(0.035 * 0.9, {
    rtol: 1e-6,
    atol: 0,
  });
});

test('no amplitude is a copy, and random numbers are drawn all the same', () => {
  let drawn = 0;
  const random = (): number => {
    drawn++;
    return 0.5;
  };
  const signal = Float32Array.of(0.5, -0.25);
  expect(addNoise(signal, { random, amplitude: 0 })).toEqual(signal);
  // One, then two a sample.
  expect(drawn).toBe(5);
});
