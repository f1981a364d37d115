import type { Prediction } from '@ser/eval';
import { expect, it } from 'vitest';
import { amongOccurring } from './among-occurring.ts';

const CLASSES = ['calm', 'happy', 'sad', 'angry'];

function predict(truth: string, scores: number[], speaker = 'ann'): Prediction {
  const predicted = CLASSES[scores.indexOf(Math.max(...scores))];
  return { clip: truth, speaker, fold: 1, seed: 0, truth, predicted, scores };
}

const PREDICTIONS = [
  predict('happy', [0.6, 0.3, 0, 0.1]),
  predict('happy', [0.1, 0.2, 0.4, 0.3], 'bob'),
  predict('angry', [0.4, 0.1, 0.3, 0.2], 'bob'),
];

it('takes the highest score of the labels that occur', () => {
  expect(amongOccurring(PREDICTIONS, CLASSES)).toMatchObject({
    labels: ['happy', 'angry'],
    accuracy: 2 / 3,
    uar: 0.75,
    macroF1: 2 / 3,
    chance: 0.5,
    intervals: { accuracy: { low: 0.5, high: 1 } },
  });
});

it('takes the first of equals', () => {
  const equal = [predict('happy', [0, 0.5, 0, 0.5]), predict('angry', [0, 0.5, 0, 0.5])];
  expect(amongOccurring(equal, CLASSES)).toMatchObject({ accuracy: 0.5, uar: 0.5 });
});

it('has no intervals over one speaker', () => {
  const ofAnn = PREDICTIONS.map((prediction) => ({ ...prediction, speaker: 'ann' }));
  expect(amongOccurring(ofAnn, CLASSES)).not.toHaveProperty('intervals');
});

it('is none where all labels occur, and where one alone does', () => {
  const all = CLASSES.map((label) => predict(label, [1, 0, 0, 0]));
  expect(amongOccurring(all, CLASSES)).toBeNull();
  expect(amongOccurring(all.slice(1), CLASSES)?.chance).toBe(1 / 3);
  expect(amongOccurring(PREDICTIONS.slice(0, 2), CLASSES)).toBeNull();
});
