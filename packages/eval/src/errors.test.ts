import { describe, expect, it } from 'vitest';
import * as evaluation from './index.ts';

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
    // Accuracy compares and needs no order of classes.
    if (name === 'accuracyScore') return;
    for (const wrong of ['1', Number.NaN, undefined, null, {}]) {
      expect(call([1, 2], [1, wrong])).toThrow(start);
    }
    expect(call([undefined, undefined], [undefined, undefined])).toThrow(start);
  });

  it('mcnemar, groupKFold and leaveOneGroupOut', () => {
    expect(() => mcnemar([], [], [])).toThrow(/^mcnemar: /);
    expect(() => groupKFold([1, 'a'])).toThrow(/^groupKFold: /);
    expect(() => leaveOneGroupOut([1, 'a'])).toThrow(/^leaveOneGroupOut: /);
  });
});
