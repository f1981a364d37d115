import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { binOf, HOLDOUT, SPEAKER, SPEAKER_ADAPTED } from './card-figures.ts';

it('are those of the card', () => {
  const url = new URL(
    '../../../../packages/ravdess-data/models/functionals-lda/results.json',
    import.meta.url,
  );
  const { holdout, speaker, speakerAdapted } = JSON.parse(readFileSync(url, 'utf8'));
  expect(HOLDOUT).toEqual(holdout);
  expect(SPEAKER).toEqual(speaker);
  expect(SPEAKER_ADAPTED).toEqual(speakerAdapted);
});

const bin = (from: number, to: number) => ({ from, to, count: 1, score: from, accuracy: from });
const bins = [bin(0.2, 0.3), bin(0.3, 0.4), bin(0.9, 1)];

it.each([
  [0.2, 0.2],
  [0.299, 0.2],
  [0.3, 0.3],
  [1, 0.9],
])('puts a score of %f into the row from %f', (score, from) => {
  expect(binOf(bins, score)?.from).toBe(from);
});

it.each([0.1, 0.5])('has no row for %f', (score) => {
  expect(binOf(bins, score)).toBeUndefined();
});
