import { expect, test } from 'vitest';
import { shakenVoice } from '../../testing/shaken-voice.ts';
import { resampleSound } from './resample-sound.ts';
import { toSound } from './sound.ts';

const { samples, sampleRate } = shakenVoice(16_000);

test('a long sound is freed of high frequencies in stretches, and comes out the same', () => {
  // The longest transform has 1,048,576 samples; the voice stands where two stretches meet.
  const long = new Float32Array(1_100_000);
  const at = 910_000;
  long.set(samples, at);
  const short = new Float32Array(100_000);
  short.set(samples, at % 80_000);
  const [one, other] = [long, short].map((y) => resampleSound(toSound('', y, sampleRate), 2000));
  expect(one.samples.length).toBe(1_100_000 / 8);
  const from = at / 8 - 500;
  const expected = other.samples.subarray((at % 80_000) / 8 - 500);
  // The edge of the filter is at a bin, and the bins of the two transforms are 0.1 Hz apart.
  expect(one.samples.subarray(from, from + 3000)).toBeAllclose(expected.subarray(0, 3000), {
    rtol: 0,
    atol: 5e-4,
  });
});

test('the samples lie in the middle of the sound', () => {
  const { start, step, samples: y } = resampleSound(toSound('', samples, sampleRate), 11_000);
  expect(y.length).toBe(11_000);
  expect(step).toBe(1 / 11_000);
  expect(start).toBeCloseTo(0.5 / 11_000, 12);
});

test('at a higher rate a sound is read between its samples', () => {
  const y = resampleSound(toSound('', samples, sampleRate), 32_000);
  // Each old sample lies in the middle of two new ones.
  expect(y.samples.length).toBe(32_000);
  const peak = Math.max(...samples);
  const at = samples.indexOf(peak);
  expect(Math.max(y.samples[2 * at], y.samples[2 * at + 1])).toBeGreaterThan(0.9 * peak);
});
