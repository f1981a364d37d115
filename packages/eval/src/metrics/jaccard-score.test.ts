import { expect, it } from 'vitest';
import { ROUNDING } from '../testing/golden-cases.ts';
import { AVERAGES, labelCases } from '../testing/label-cases.ts';
import { jaccardScore } from './jaccard-score.ts';

it.each(labelCases)('equals scikit-learn: $name', (golden) => {
  const { yTrue, yPred, labels, sampleWeight, zeroDivision, expected } = golden;
  for (const average of AVERAGES) {
    const options = { labels, sampleWeight, zeroDivision, average };
    expect(jaccardScore(yTrue, yPred, options)).toBeAllclose(expected.jaccard[average], ROUNDING);
  }
});
