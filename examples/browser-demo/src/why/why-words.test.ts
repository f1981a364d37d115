import { expect, it } from 'vitest';
import { percent } from '../parts/format.ts';
import type { Explanation } from './explanation.ts';
import { bandName, changeWords, pointsOf, whyWords } from './why-words.ts';

const made = (fields: Partial<Explanation>): Explanation => ({
  start: 0,
  end: 2,
  label: 'sad',
  score: 0.7,
  waveform: { low: new Float32Array(1), high: new Float32Array(1) },
  times: [
    { start: 0, end: 1, score: 0.4, label: 'calm' },
    { start: 1, end: 2, score: 0.6, label: 'sad' },
  ],
  bands: [{ low: 1000, high: 2000, score: 0.5, label: 'sad' }],
  ...fields,
});

it('says what the answer rests on most', () => {
  expect(whyWords(made({}))).toEqual([
    `It rests most on the stretch from 0:00.0 to 0:01.0: without it sad falls from ${percent(0.7)} to ` +
      `${percent(0.4)}, and the answer would be calm.`,
    `It rests most on the band 1,000–2,000 Hz: without it sad falls from ${percent(0.7)} to ` +
      `${percent(0.5)}.`,
  ]);
});

it('says that nothing is needed where nothing costs three points', () => {
  const times = [{ start: 0, end: 1, score: 0.68, label: 'sad' }];
  const bands = [{ low: 50, high: 250, score: 0.9, label: 'sad' }];
  const [first, second] = whyWords(made({ times, bands }));
  expect(first).toContain('No single stretch of time is needed');
  expect(second).toContain('No single band is needed');
});

it('says that there is nothing to explain without speech', () => {
  expect(whyWords(made({ label: undefined }))).toEqual([
    'No speech was heard, so there is no answer to explain.',
  ]);
});

it.each([
  [0.7, 0.58, 'falls by 12 points'],
  [0.7, 0.71, 'rises by 1 point'],
  [0.7, 0.7, 'stays'],
])('from %f to %f it %s', (score, without, words) => {
  expect(changeWords(score, { score: without, label: 'sad' })).toBe(words);
});

it('counts points as they are shown', () => {
  expect(pointsOf(0.914, { score: 0.627, label: 'sad' })).toBe(91 - 63);
});

it('names a band', () => {
  expect(bandName({ low: 50, high: 1250 })).toBe('50–1,250 Hz');
});
