import type { Prediction } from '@ser/eval';
import { expect, it } from 'vitest';
import { figuresOf, score } from './score.ts';

const predictions = [
  ['sad', 'sad'],
  ['sad', 'calm'],
  ['happy', 'happy'],
].map(
  ([truth, predicted], i): Prediction => ({
    clip: `clip-${i}`,
    speaker: '1',
    fold: 1,
    seed: 0,
    truth,
    predicted,
    scores: [],
  }),
);
const found = score(predictions, ['calm', 'angry', 'happy', 'sad']);

it('has the labels that occur, in the order of the classes', () => {
  expect(found.labels).toEqual(['calm', 'happy', 'sad']);
});

it('counts rows, and what was right of them', () => {
  expect([found.n, found.accuracy]).toEqual([3, 2 / 3]);
});

it('averages recall over the true classes', () => {
  expect(found.uar).toBe(0.75);
});

it('averages F1 over the labels that occur', () => {
  // 0 for calm, 1 for happy, 2/3 for sad.
  // A mean of doubles, off by a few units in the last place.
  expect([found.macroF1]).toBeAllclose([5 / 9], { rtol: 1e-12, atol: 0 });
});

it('has true labels in the rows of its confusion matrix', () => {
  expect(found.confusionMatrix).toEqual([
    [0, 0, 0],
    [0, 1, 0],
    [1, 0, 1],
  ]);
});

it('gives the figures alone', () => {
  const { n, accuracy, uar, macroF1 } = found;
  expect(figuresOf(found)).toEqual({ n, accuracy, uar, macroF1 });
});
