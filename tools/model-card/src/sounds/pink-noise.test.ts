import { noise } from '@ser/features';
import { seeded } from '@ser/testing';
import { expect, it } from 'vitest';
import { pinkNoise } from './pink-noise.ts';

const sampleRate = 48_000;
const tone = Float32Array.from({ length: sampleRate }, (_, i) => 0.1 * Math.sin(i / 20));
const audio = { samples: tone, sampleRate };
const added = (samples: ArrayLike<number>) => tone.map((value, i) => samples[i] - value);
const power = (values: Float32Array) => values.reduce((sum, value) => sum + value * value, 0);

it('is as strong as white noise of the same distance', () => {
  const pink = power(added(pinkNoise(audio, 10, seeded(3)).samples));
  const white = power(added(noise(audio, { snrDb: 10, random: seeded(3) }).samples));
  // Samples are float32.
  expect(pink).toBeAllclose(white, { rtol: 1e-4, atol: 0 });
});

it('falls: of its power most is below what white noise has', () => {
  // The power of differences weighs high frequencies; white noise has twice its own.
  const values = added(pinkNoise(audio, 10, seeded(3)).samples);
  const steps = values.map((value, i) => value - (values[i - 1] ?? 0));
  expect(power(steps) / power(values)).toBeGreaterThan(0.2);
  expect(power(steps) / power(values)).toBeLessThan(0.8);
});

it('leaves the recording as it was', () => {
  const before = tone.slice();
  pinkNoise(audio, 10, seeded(3));
  expect(tone).toEqual(before);
});
