import { describe, expect, it } from 'vitest';
import * as evaluation from './index.ts';

type Call = (yTrue: never[], yPred: never[]) => unknown;
const {
  accuracyScore,
  balancedAccuracyScore,
  classificationReport,
  cohenKappaScore,
  confusionMatrix,
  EvaluationError,
  f1Score,
  groupKFold,
  leaveOneGroupOut,
  mcnemar,
  precisionRecallFscoreSupport,
  precisionScore,
  recallScore,
} = evaluation;
const OF_LABELS = {
  accuracyScore,
  balancedAccuracyScore,
  classificationReport,
  cohenKappaScore,
  confusionMatrix,
  f1Score,
  precisionRecallFscoreSupport,
  precisionScore,
  recallScore,
};

describe('errors name the function that was called', () => {
  it.each(Object.entries<Call>(OF_LABELS))('%s', (name, metric) => {
    const call = (yTrue: unknown[], yPred: unknown[]) => () =>
      metric(yTrue as never[], yPred as never[]);
    const start = new RegExp(`^${name}: `);
    expect(call([], [])).toThrow(start);
    expect(call([1], [1, 2])).toThrow(start);
    for (const wrong of ['1', Number.NaN, undefined, null, {}]) {
      expect(call([1, 2], [1, wrong])).toThrow(start);
    }
    expect(call([undefined, undefined], [undefined, undefined])).toThrow(start);
  });

  const y = ['calm', 'sad'];
  it.each<[() => unknown, string]>([
    [
      () => f1Score(y, y, { average: 'binary' as never }),
      'f1Score: `average` must be one of micro, macro, weighted, got binary',
    ],
    [
      () => confusionMatrix(y, y, { normalize: true as never }),
      'confusionMatrix: `normalize` must be one of true, pred, all, got true',
    ],
    [
      () => recallScore(y, y, { zeroDivision: 0.5 }),
      'recallScore: `zeroDivision` must be one of 0, 1, NaN, got 0.5',
    ],
    [
      () => cohenKappaScore(y, y, { weights: 'cubic' as never }),
      'cohenKappaScore: `weights` must be one of linear, quadratic, got cubic',
    ],
  ])('in options that types would have refused: %#', (call, message) => {
    expect(call).toThrow(expect.objectContaining({ code: 'bad-argument', message }));
  });

  it('of labels that cannot be compared, also where `labels` says which count', () => {
    expect(() => f1Score(['calm', 'sad'], [0, 1] as never, { labels: ['calm', 'sad'] })).toThrow(
      'f1Score: `yPred` must be all strings, got [0,1]',
    );
  });

  it.each<[string, () => unknown]>([
    ['mcnemar', () => mcnemar([], [], [])],
    ['groupKFold', () => groupKFold([1, 'a'])],
    ['leaveOneGroupOut', () => leaveOneGroupOut([1, 'a'])],
  ])('%s', (name, call) => {
    expect(call).toThrow(new RegExp(`^${name}: `));
  });
});

describe('EvaluationError.isInstance', () => {
  it('knows its own errors', () => {
    expect(EvaluationError.isInstance(new EvaluationError('too-few', 'f: too few'))).toBe(true);
  });

  it('knows those of another copy of the package', () => {
    class Copy extends Error {
      override readonly name = 'EvaluationError';
      readonly code = 'too-few';
    }
    expect(EvaluationError.isInstance(new Copy())).toBe(true);
  });

  it.each([
    new Error('other'),
    Object.assign(new Error('of another package'), { name: 'ModelError', code: 'too-few' }),
    Object.assign(new Error('without a code'), { name: 'EvaluationError' }),
    'too-few',
    undefined,
    { name: 'EvaluationError', code: 'too-few' },
  ])('knows no other: %s', (other) => {
    expect(EvaluationError.isInstance(other)).toBe(false);
  });
});
