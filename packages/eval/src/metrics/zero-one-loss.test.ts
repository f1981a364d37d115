import { expect, it } from 'vitest';
import { ROUNDING } from '../testing/golden-cases.ts';
import { labelCases } from '../testing/label-cases.ts';
import { zeroOneLoss } from './zero-one-loss.ts';

it.each(labelCases)('equals scikit-learn: $name', ({ yTrue, yPred, sampleWeight, expected }) => {
  expect(zeroOneLoss(yTrue, yPred, { sampleWeight })).toBeAllclose(expected.zeroOneLoss, ROUNDING);
});

it.each(labelCases)('counts what is wrong: $name', ({ yTrue, yPred, sampleWeight, expected }) => {
  const wrong = zeroOneLoss(yTrue, yPred, { normalize: false, sampleWeight });
  // Sums of 40 weights of up to 3.
  expect(wrong).toBeAllclose(expected.wrong, { rtol: 1e-14, atol: 1e-13 });
});

it.each(labelCases)('is the Hamming loss: $name', ({ yTrue, yPred, sampleWeight, expected }) => {
  expect(zeroOneLoss(yTrue, yPred, { sampleWeight })).toBeAllclose(expected.hammingLoss, ROUNDING);
});
