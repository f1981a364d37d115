import { expect, it } from 'vitest';
import type { Tested } from './measured.ts';
import { reportOf } from './report-of.ts';

const LABELS = ['calm', 'sad'];
/** Emotion 02 is calm and 04 is sad; actor 1 is male and 2 female. */
const clip = (
  code: string,
  intensity: string,
  actor: string,
  scores: [number, number],
): Tested => ({
  clip: `03-01-${code}-${intensity}-01-01-${actor}`,
  speaker: actor,
  truth: code === '02' ? 'calm' : 'sad',
  predicted: scores[0] > scores[1] ? 'calm' : 'sad',
  scores,
});
const report = reportOf(LABELS, [
  clip('02', '01', '01', [0.9, 0.1]),
  clip('02', '02', '02', [0.45, 0.55]),
  clip('04', '01', '02', [0.2, 0.8]),
  clip('04', '02', '01', [0.35, 0.65]),
]);

it('has recall and precision of each emotion', () => {
  expect(
    report.emotions.map(({ emotion, n, recall, precision }) => [
      emotion,
      n,
      recall.value,
      precision,
    ]),
  ).toEqual([
    ['calm', 2, 0.5, 1],
    ['sad', 2, 1, 0.666667],
  ]);
});

it('has the groups that file names tell', () => {
  const { groups, speakers } = report;
  expect(speakers).toBe(2);
  const uars = Object.fromEntries(
    Object.entries(groups).map(([name, own]) => [
      name,
      own.map(({ group, n, uar }) => [group, n, uar.value]),
    ]),
  );
  expect(uars).toEqual({
    sex: [
      ['female', 2, 0.5],
      ['male', 2, 1],
    ],
    actor: [
      ['1', 2, 1],
      ['2', 2, 0.5],
    ],
    intensity: [
      ['normal', 2, 1],
      ['strong', 2, 0.5],
    ],
    statement: [['1', 4, 0.75]],
  });
});

it('has the true emotion in rows of the confusions', () => {
  expect(report.confusion).toEqual([
    [1, 1],
    [0, 2],
  ]);
});

it('has bins of tenths that hold clips, by their highest score', () => {
  const bins = report.calibration.bins.map(({ from, to, count, score, accuracy }) => [
    from,
    to,
    count,
    score,
    accuracy,
  ]);
  expect(bins).toEqual([
    [0.5, 0.6, 1, 0.55, 0],
    [0.6, 0.7, 1, 0.65, 1],
    [0.7, 0.8, 1, 0.8, 1],
    [0.8, 0.9, 1, 0.9, 1],
  ]);
  // |0 - 0.55|, |1 - 0.65|, |1 - 0.8| and |1 - 0.9|, a quarter each.
  expect(report.calibration.calibrationError).toBe(0.3);
});

it('says how often it is right from each score on', () => {
  const found = report.coverage.map(({ score, share, accuracy }) => [score, share, accuracy]);
  expect(found).toEqual([
    [0, 1, 0.75],
    [0.4, 1, 0.75],
    [0.5, 1, 0.75],
    [0.6, 0.75, 1],
    [0.7, 0.5, 1],
    [0.8, 0.5, 1],
    [0.9, 0.25, 1],
  ]);
});
