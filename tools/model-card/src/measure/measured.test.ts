import { expect, it } from 'vitest';
import { bounded, measured, measuredFolds, type Tested, uarOf } from './measured.ts';

const clip = (speaker: string, truth: string, predicted: string): Tested => ({
  clip: `${speaker}${truth}`,
  speaker,
  truth,
  predicted,
  scores: [0.5, 0.5],
});
/** Of a all are right, of b one in two of what is calm. */
const TESTED = [
  clip('a', 'calm', 'calm'),
  clip('a', 'sad', 'sad'),
  clip('b', 'calm', 'sad'),
  clip('b', 'sad', 'sad'),
  clip('b', 'sad', 'sad'),
];

it('has UAR and accuracy', () => {
  const { n, uar, accuracy } = measured(TESTED);
  expect([n, uar.value, accuracy.value]).toEqual([5, 0.75, 0.8]);
  expect(uarOf(TESTED)).toBe(0.75);
});

it('has bounds from the worst speaker to the best', () => {
  const { uar } = measured(TESTED);
  expect([uar.low, uar.high]).toEqual([0.5, 1]);
});

it('has none where there is one speaker', () => {
  expect(measured(TESTED.slice(0, 2)).uar).toEqual({ value: 1, low: null, high: null });
});

it('keeps six digits', () => {
  const { value } = bounded([{ speaker: 'a' }], () => 1 / 3);
  expect(value).toBe(0.333333);
});

it('is the mean over folds and seeds of a cross-validation', () => {
  const tested = TESTED.map((each, i) => ({ ...each, fold: i < 2 ? 1 : 2, seed: 0 }));
  const { n, uar, accuracy } = measuredFolds(tested);
  // The first fold is all right, the second half and two thirds.
  expect([n, uar.value, accuracy.value]).toEqual([5, 0.75, 0.833333]);
  expect([uar.low, uar.high]).toEqual([0.5, 1]);
});
