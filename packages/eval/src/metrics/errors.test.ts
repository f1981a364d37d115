import { describe, expect, it } from 'vitest';
import * as evaluation from '../index.ts';

type Call = (yTrue: never[], yPred: never[]) => unknown;
const {
  accuracyScore,
  balancedAccuracyScore,
  classificationReport,
  cohenKappaScore,
  confusionMatrix,
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

  it('in options that types would have refused', () => {
    const refusal = (call: () => unknown, text: string) =>
      expect(call).toThrow(expect.objectContaining({ code: 'bad-argument', message: text }));
    const y = ['calm', 'sad'];
    refusal(
      () => f1Score(y, y, { average: 'binary' as never }),
      'f1Score: `average` must be one of micro, macro, weighted, got binary',
    );
    refusal(
      () => confusionMatrix(y, y, { normalize: true as never }),
      'confusionMatrix: `normalize` must be one of true, pred, all, got true',
    );
    refusal(
      () => recallScore(y, y, { zeroDivision: 0.5 }),
      'recallScore: `zeroDivision` must be one of 0, 1, NaN, got 0.5',
    );
    refusal(
      () => cohenKappaScore(y, y, { weights: 'cubic' as never }),
      'cohenKappaScore: `weights` must be one of linear, quadratic, got cubic',
    );
  });

  it('of labels that cannot be compared, also where `labels` says which count', () => {
    expect(() => f1Score(['calm', 'sad'], [0, 1] as never, { labels: ['calm', 'sad'] })).toThrow(
      'f1Score: labels must be all strings or all numbers, got ["calm","sad",0,1]',
    );
  });

  it('mcnemar, groupKFold and leaveOneGroupOut', () => {
    expect(() => mcnemar([], [], [])).toThrow(/^mcnemar: /);
    expect(() => groupKFold([1, 'a'])).toThrow(/^groupKFold: /);
    expect(() => leaveOneGroupOut([1, 'a'])).toThrow(/^leaveOneGroupOut: /);
  });
});
