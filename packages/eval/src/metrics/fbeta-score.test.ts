import { expect, it } from 'vitest';
import { ROUNDING } from '../testing/golden-cases.ts';
import { AVERAGES, labelCases } from '../testing/label-cases.ts';
import { f1Score } from './f1-score.ts';
import { type FbetaOptions, fbetaScore } from './fbeta-score.ts';

it.each(labelCases)('equals scikit-learn: $name', (golden) => {
  const { yTrue, yPred, labels, sampleWeight, zeroDivision, beta, expected } = golden;
  for (const average of AVERAGES) {
    const options = { labels, sampleWeight, zeroDivision, beta, average };
    expect(fbetaScore(yTrue, yPred, options)).toBeAllclose(expected.fbeta[average], ROUNDING);
  }
});

const y = ['sad', 'calm', 'sad'];

it('is F1 for a beta of 1', () => {
  const yPred = ['sad', 'sad', 'sad'];
  expect(fbetaScore(y, yPred, { beta: 1 })).toBe(f1Score(y, yPred));
});

it.each([{}, { beta: -1 }, { beta: '2' }])('refuses %j', (options) => {
  expect(() => fbetaScore(y, y, options as FbetaOptions)).toThrow('fbetaScore: `beta` must be ≥ 0');
});
