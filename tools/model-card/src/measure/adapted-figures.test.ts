import { expect, it } from 'vitest';
import type { TestedClip } from '../voices/test-voices.ts';
import { adaptedFigures } from './adapted-figures.ts';

const clip = (seed: number, truth: string, score: number): TestedClip => ({
  ...{ clip: truth, speaker: 'a', fold: 1, seed, truth, standardized: new Float32Array() },
  ...{ predicted: score > 0.5 ? 'calm' : 'sad', scores: [score, 1 - score] },
});
/** All are right in the first draw, and one of two in the second. */
const TESTED = [
  clip(0, 'calm', 0.8),
  clip(0, 'sad', 0.2),
  clip(1, 'calm', 0.8),
  clip(1, 'sad', 0.8),
];

it('pools the draws, and has their deviation', () => {
  const { heard, n, uar, deviation } = adaptedFigures(['calm', 'sad'], 5, TESTED, 1);
  expect([heard, n, uar.value]).toEqual([5, 4, 0.75]);
  // Of 1 and 0.5, with n - 1.
  expect(deviation).toBe(0.353553);
});

it('has the calibration error at the temperature', () => {
  const errorAt = (temperature: number) =>
    adaptedFigures(['calm', 'sad'], 5, TESTED, temperature).calibrationError;
  // Three of four are right: 0.05, and at 0.5 a score is 16 / 17.
  expect([errorAt(1), errorAt(0.5)]).toEqual([0.05, 0.191176]);
});

it('has no deviation of one draw', () => {
  expect(adaptedFigures(['calm', 'sad'], 'all', TESTED.slice(0, 2), 1).deviation).toBe(0);
});
