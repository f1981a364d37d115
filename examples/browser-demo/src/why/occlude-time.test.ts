import type { Audio } from '@ser/recognizer';
import { expect, it } from 'vitest';
import { floorOf, occludeTime } from './occlude-time.ts';

const RATE = 1000;
/** A tone of 100 Hz; from 1 to 1.5 s it is a hundredth as loud. */
const samples = Float32Array.from(
  { length: 2 * RATE },
  (_, i) => Math.sin(2 * Math.PI * 0.1 * i) * (i >= 1000 && i < 1500 ? 0.01 : 1),
);
const audio = { samples, sampleRate: RATE };

const levelOf = (values: Audio['samples'], from: number, to: number): number => {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i] * values[i];
  return Math.sqrt(sum / (to - from));
};

it('finds the level of the pauses', () => {
  expect(floorOf(audio)).toBeAllclose(0.01 * Math.SQRT1_2, { rtol: 1e-3, atol: 0 });
});

it('takes no silence for the level of a room', () => {
  const silent = { samples: samples.slice(), sampleRate: RATE };
  silent.samples.fill(0, 1000, 1500);
  expect(floorOf(silent)).toBeAllclose(1e-3 * levelOf(silent.samples, 0, 2000), {
    rtol: 1e-6,
    atol: 0,
  });
});

it('turns a stretch down to that level, and nothing else', () => {
  const { samples: occluded, sampleRate } = occludeTime(audio, 0.2, 0.6, floorOf(audio));
  expect(sampleRate).toBe(RATE);
  expect(occluded.slice(0, 200)).toEqual(samples.slice(0, 200));
  expect(occluded.slice(600)).toEqual(samples.slice(600));
  // Between the fades.
  expect(levelOf(occluded, 220, 580)).toBeAllclose(0.01 * Math.SQRT1_2, { rtol: 1e-3, atol: 0 });
});

it('makes nothing louder', () => {
  expect(occludeTime(audio, 1.1, 1.4, 1).samples).toEqual(samples);
});

it('leaves the sound that it was given as it was', () => {
  const before = samples.slice();
  occludeTime(audio, 0, 2, 0.001);
  expect(samples).toEqual(before);
});
