import { expect, it } from 'vitest';
import type { TimelineWindow } from './analysis.ts';
import { meanAnswer } from './mean-answer.ts';

const window = (sad: number, familiar: boolean | null = true): TimelineWindow => ({
  start: 0,
  end: 3,
  scores: [
    { label: 'sad', score: sad },
    { label: 'calm', score: 1 - sad },
  ],
  speech: true,
  familiar,
});
const silent: TimelineWindow = { start: 0, end: 3, scores: [], speech: false, familiar: null };

it('is the mean of the windows with speech, the highest first', () => {
  expect(meanAnswer([window(0.5), silent, window(0.25)])).toEqual({
    scores: [
      { label: 'calm', score: 0.625 },
      { label: 'sad', score: 0.375 },
    ],
    speech: true,
    familiar: true,
    windows: 2,
  });
});

it('is none where nobody speaks', () => {
  expect(meanAnswer([silent])).toEqual({ scores: [], speech: false, familiar: null, windows: 0 });
});

it.each([
  [[true, false], true],
  [[true, false, false], false],
  [[null, null], null],
  [[null, false], false],
] as const)('of windows that are familiar %j is %j', (each, expected) => {
  expect(meanAnswer(each.map((familiar) => window(0.5, familiar))).familiar).toBe(expected);
});
