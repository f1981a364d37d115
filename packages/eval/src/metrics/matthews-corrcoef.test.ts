import { expect, it } from 'vitest';
import goldens from '../../fixtures/matthews-corrcoef.golden.json' with { type: 'json' };
import { type GoldenTargets, goldenCases, ROUNDING } from '../testing/golden-cases.ts';
import type { Label } from '../util/label.ts';
import { matthewsCorrcoef } from './matthews-corrcoef.ts';

interface MatthewsCase extends GoldenTargets {
  yPred: Label[];
  expected: number;
}

it.each(goldenCases<MatthewsCase>(goldens.cases))('equals scikit-learn: $name', (golden) => {
  const { yTrue, yPred, sampleWeight, expected } = golden;
  expect(matthewsCorrcoef(yTrue, yPred, { sampleWeight })).toBeAllclose(expected, ROUNDING);
});

it('takes targets and predictions in either order', () => {
  const [a, b] = [
    ['sad', 'calm', 'sad', 'happy'],
    ['sad', 'sad', 'calm', 'happy'],
  ];
  expect(matthewsCorrcoef(a, b)).toBe(matthewsCorrcoef(b, a));
});
