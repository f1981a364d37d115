import { expect, it } from 'vitest';
import { SPEAKER, SPEAKER_ADAPTED } from '../parts/card-figures.ts';
import { GAIN, gainWords } from './gain.ts';

const MADE = {
  without: 0.719,
  after: [
    { clips: 1, uar: 0.717 },
    { clips: 3, uar: 0.745 },
    { clips: 10, uar: 0.77 },
  ],
  all: 0.786,
};

it('is what the card says', () => {
  expect(GAIN.without).toBe(SPEAKER.uar.value);
  const { uar } = SPEAKER_ADAPTED[SPEAKER_ADAPTED.length - 1];
  expect(GAIN.all).toBe(uar.value);
  expect(GAIN.after.map(({ clips }) => clips)).toEqual([1, 3, 5, 10]);
  expect(GAIN.after.map((gain) => gain.uar)).toEqual(
    SPEAKER_ADAPTED.slice(0, -1).map((report) => report.uar.value),
  );
});

it.each([
  [0, 'With one clip of an actor'],
  [2, 'With one clip of an actor'],
  [3, 'With 3 clips'],
  [9, 'With 3 clips'],
  [500, 'With 10 clips'],
])('has for %i clips the figure of no more', (clips, words) => {
  expect(gainWords(clips, MADE)).toContain(words);
});

it('does not call a loss a gain', () => {
  expect(gainWords(1, MADE)).toContain('71.7 of 100 right, no more than the 71.9 without it');
  expect(gainWords(3, MADE)).toContain('74.5 of 100 right in place of 71.9');
});
