import { describe, expect, it } from 'vitest';
import goldens from '../../fixtures/log-loss.golden.json' with { type: 'json' };
import { EvaluationError } from '../evaluation-error.ts';
import { ROUNDING } from '../testing/golden-cases.ts';
import { scoreCases, scoreOptions } from '../testing/score-cases.ts';
import { logLoss } from './log-loss.ts';

const rows = [
  [0.5, 0.5],
  [0.2, 0.8],
];

describe('logLoss', () => {
  it.each(scoreCases)('equals scikit-learn: $name', (golden) => {
    const loss = logLoss(golden.yTrue, golden.yScore, scoreOptions(golden));
    expect(loss).toBeAllclose(golden.expected.logLoss, ROUNDING);
  });

  it.each(goldens.cases)('clips as scikit-learn does: $name', (golden) => {
    const { dtype, yTrue, yProba, expected } = golden;
    const isFloat32 = dtype === 'float32';
    const rows = isFloat32 ? yProba.map((row) => Float32Array.from(row)) : yProba;
    // scikit-learn computes the logarithms and their mean in the array's type.
    const tolerance = isFloat32 ? { rtol: 2e-7, atol: 1e-13 } : ROUNDING;
    expect(logLoss(yTrue, rows)).toBeAllclose(expected, tolerance);
  });

  it.each<[string, number[], number[][], string]>([
    ['rows', [0, 1], rows.slice(1), '`yScore` must have a row for each of 2'],
    ['columns', [0, 1], [[1], [1]], 'a column for each of 2 classes'],
    ['a class', [0, 0], rows, 'there must be two classes or more, got 1'],
    [
      'the range',
      [0, 1],
      [
        [2, -1],
        [0, 1],
      ],
      'must be in [0, 1], got 2',
    ],
  ])('refuses wrong %s', (_, yTrue, yProba, message) => {
    const call = () => logLoss(yTrue, yProba);
    expect(call).toThrow(EvaluationError);
    expect(call).toThrow(message);
  });
});
