import { expect, it } from 'vitest';
import { ROUNDING } from '../testing/golden-cases.ts';
import { scoreCases, scoreOptions } from '../testing/score-cases.ts';
import { type CohenKappaOptions, cohenKappaScore } from './cohen-kappa-score.ts';

/** What the golden calls the values of `weights`. */
const WEIGHTS: Record<string, CohenKappaOptions['weights']> = {
  None: undefined,
  linear: 'linear',
  quadratic: 'quadratic',
};
const cases = scoreCases.flatMap((golden) =>
  Object.entries(golden.expected.kappa).map(([name, expected]) => ({ golden, name, expected })),
);

it.each(cases)('equals scikit-learn: $golden.name, weights $name', ({ golden, name, expected }) => {
  const options = { ...scoreOptions(golden), weights: WEIGHTS[name] };
  const kappa = cohenKappaScore(golden.yTrue, golden.predicted, options);
  expect(kappa).toBeAllclose(expected, ROUNDING);
});
