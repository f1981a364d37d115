import { expect, test } from 'vitest';
import type { WindowScores } from '../windows/window-scores.ts';
import { ScoreSmoother } from './score-smoother.ts';

const window = (a: number, b: number, speech = true): WindowScores => ({
  start: 1,
  end: 4,
  scores: speech
    ? [
        { label: 'a', score: a },
        { label: 'b', score: b },
      ].sort((x, y) => y.score - x.score)
    : [],
  speech,
  familiar: speech ? true : null,
});

const scoreOf = ({ scores }: WindowScores, label: string): number =>
  scores.find((each) => each.label === label)?.score ?? Number.NaN;

/** Of two scores: their weighted geometric means, brought to a sum of 1. */
const mean = (before: number, own: number, smoothing: number): number => {
  const a = before ** smoothing * own ** (1 - smoothing);
  const b = (1 - before) ** smoothing * (1 - own) ** (1 - smoothing);
  return a / (a + b);
};

// Logarithms and back cost some units in the last place.
const tolerance = { rtol: 1e-12 };

test('the first window stands for itself, bit for bit', () => {
  const first = window(0.3, 0.7);
  expect(new ScoreSmoother(0.9).smooth(first)).toBe(first);
});

test('smoothing 0 changes nothing, bit for bit', () => {
  const smoother = new ScoreSmoother(0);
  smoother.smooth(window(0.3, 0.7));
  const second = window(0.6, 0.4);
  expect(smoother.smooth(second)).toBe(second);
});

test.each([0.25, 0.5, 0.9])('scores are geometric means with what was before: %d', (smoothing) => {
  const smoother = new ScoreSmoother(smoothing);
  smoother.smooth(window(0.2, 0.8));
  const second = mean(0.2, 0.9, smoothing);
  expect(scoreOf(smoother.smooth(window(0.9, 0.1)), 'a')).toBeAllclose(second, tolerance);
});

test('the memory is that of smoothed scores', () => {
  const smoother = new ScoreSmoother(0.5);
  smoother.smooth(window(0.2, 0.8));
  smoother.smooth(window(0.9, 0.1));
  const third = mean(mean(0.2, 0.9, 0.5), 0.4, 0.5);
  expect(scoreOf(smoother.smooth(window(0.4, 0.6)), 'a')).toBeAllclose(third, tolerance);
});

test('smoothed scores are sorted and add up to 1', () => {
  const smoother = new ScoreSmoother(0.9);
  smoother.smooth(window(0.9, 0.1));
  const { scores } = smoother.smooth(window(0.4, 0.6));
  expect(scores.map(({ label }) => label)).toEqual(['a', 'b']);
  expect(scores[0].score + scores[1].score).toBeAllclose(1, tolerance);
});

test('a pause ends the memory', () => {
  const smoother = new ScoreSmoother(0.5);
  smoother.smooth(window(0.2, 0.8));
  const pause = window(0, 0, false);
  expect(smoother.smooth(pause)).toBe(pause);
  const after = window(0.9, 0.1);
  expect(smoother.smooth(after)).toBe(after);
});

test('a score of 0 is taken for 2^-24, and forgotten like others', () => {
  const smoother = new ScoreSmoother(0.5);
  smoother.smooth(window(0, 1));
  const a = Math.sqrt(2 ** -24 * 0.5);
  const expected = a / (a + Math.sqrt(0.5));
  expect(scoreOf(smoother.smooth(window(0.5, 0.5)), 'a')).toBeAllclose(expected, tolerance);
});

test('all else of a window stays', () => {
  const smoother = new ScoreSmoother(0.5);
  smoother.smooth(window(0.2, 0.8));
  const { start, end, speech, familiar } = smoother.smooth(window(0.9, 0.1));
  expect({ start, end, speech, familiar }).toEqual({
    start: 1,
    end: 4,
    speech: true,
    familiar: true,
  });
});
