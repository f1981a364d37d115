import { describe, expect, it } from 'vitest';
import { ROUNDING } from '../testing/golden-cases.ts';
import { accuracyScore } from './accuracy-score.ts';
import { averagePrecisionScore } from './average-precision-score.ts';
import { balancedAccuracyScore } from './balanced-accuracy-score.ts';
import { brierScore } from './brier-score.ts';
import { calibrationCurve } from './calibration-curve.ts';
import { cohenKappaScore } from './cohen-kappa-score.ts';
import { confusionMatrix } from './confusion-matrix.ts';
import { expectedCalibrationError } from './expected-calibration-error.ts';
import { f1Score } from './f1-score.ts';
import { fbetaScore } from './fbeta-score.ts';
import { jaccardScore } from './jaccard-score.ts';
import { logLoss } from './log-loss.ts';
import { matthewsCorrcoef } from './matthews-corrcoef.ts';
import { precisionRecallCurve } from './precision-recall-curve.ts';
import { precisionRecallFscoreSupport } from './precision-recall-fscore-support.ts';
import { precisionScore } from './precision-score.ts';
import { recallScore } from './recall-score.ts';
import { rocAucScore } from './roc-auc-score.ts';
import { rocCurve } from './roc-curve.ts';
import { topKAccuracyScore } from './top-k-accuracy-score.ts';
import { zeroOneLoss } from './zero-one-loss.ts';

// Every number is what scikit-learn 1.9 gives for these ten samples. No two of them that an option
// tells apart are equal, so that an option that is dropped, or a default that is another, is seen.
const Y = 'calm calm calm calm happy happy sad sad sad happy'.split(' ');
const P = 'calm calm calm happy happy calm sad calm calm happy'.split(' ');
const sampleWeight = [1, 2, 0.5, 1, 3, 1, 0.5, 2, 1.5, 1];
const SCORES = [
  [0.6, 0.3, 0.1],
  [0.4, 0.35, 0.25],
  [0.2, 0.3, 0.5],
  [0.3, 0.6, 0.1],
  [0.2, 0.7, 0.1],
  [0.45, 0.35, 0.2],
  [0.1, 0.3, 0.6],
  [0.3, 0.1, 0.6],
  [0.5, 0.1, 0.4],
  [0.15, 0.8, 0.05],
];
const labels = ['calm', 'sad'];
/** The last of them occurs nowhere. */
const more = ['calm', 'happy', 'sad', 'bored'];

/** A call by the options that it has, and what comes. */
type Rows = [options: string, value: number, expected: number][];

const OF_LABELS: Record<string, Rows> = {
  accuracyScore: [
    ['none', accuracyScore(Y, P), 0.6],
    ['sampleWeight', accuracyScore(Y, P, { sampleWeight }), 0.5925925925925926],
  ],
  zeroOneLoss: [
    ['none', zeroOneLoss(Y, P), 0.4],
    ['normalize', zeroOneLoss(Y, P, { normalize: false }), 4],
    ['sampleWeight', zeroOneLoss(Y, P, { sampleWeight }), 0.40740740740740744],
    ['both', zeroOneLoss(Y, P, { sampleWeight, normalize: false }), 5.5],
  ],
  balancedAccuracyScore: [
    ['none', balancedAccuracyScore(Y, P), 0.5833333333333333],
    ['adjusted', balancedAccuracyScore(Y, P, { adjusted: true }), 0.375],
    ['sampleWeight', balancedAccuracyScore(Y, P, { sampleWeight }), 0.5675925925925926],
  ],
  precisionScore: [
    ['none', precisionScore(Y, P), 0.7222222222222222],
    ['micro', precisionScore(Y, P, { average: 'micro' }), 0.6],
    ['weighted', precisionScore(Y, P, { average: 'weighted' }), 0.7],
    ['sampleWeight', precisionScore(Y, P, { sampleWeight }), 0.7458333333333332],
    ['labels', precisionScore(Y, P, { labels }), 0.75],
    ['more labels', precisionScore(Y, P, { labels: more }), 0.5416666666666666],
    ['zeroDivision', precisionScore(Y, P, { labels: more, zeroDivision: 1 }), 0.7916666666666666],
    ['NaN', precisionScore(Y, P, { labels: more, zeroDivision: Number.NaN }), 0.7222222222222222],
  ],
  recallScore: [
    ['none', recallScore(Y, P), 0.5833333333333333],
    ['micro', recallScore(Y, P, { average: 'micro' }), 0.6],
    ['sampleWeight', recallScore(Y, P, { sampleWeight }), 0.5675925925925926],
    ['labels', recallScore(Y, P, { labels }), 0.5416666666666666],
    ['more labels', recallScore(Y, P, { labels: more }), 0.4375],
    ['zeroDivision', recallScore(Y, P, { labels: more, zeroDivision: 1 }), 0.6875],
  ],
  f1Score: [
    ['none', f1Score(Y, P), 0.5888888888888889],
    ['micro', f1Score(Y, P, { average: 'micro' }), 0.6],
    ['weighted', f1Score(Y, P, { average: 'weighted' }), 0.59],
    ['sampleWeight', f1Score(Y, P, { sampleWeight }), 0.5274074074074074],
    ['labels', f1Score(Y, P, { labels }), 0.55],
    ['more labels', f1Score(Y, P, { labels: more }), 0.44166666666666665],
    ['zeroDivision', f1Score(Y, P, { labels: more, zeroDivision: 1 }), 0.6916666666666667],
  ],
  fbetaScore: [
    ['beta 0', fbetaScore(Y, P, { beta: 0 }), 0.7222222222222222],
    ['beta 0.5', fbetaScore(Y, P, { beta: 0.5 }), 0.6388888888888888],
    ['beta 2', fbetaScore(Y, P, { beta: 2 }), 0.5777000777000777],
    ['beta ∞', fbetaScore(Y, P, { beta: Number.POSITIVE_INFINITY }), 0.5833333333333333],
    ['micro', fbetaScore(Y, P, { beta: 2, average: 'micro' }), 0.6],
    ['weighted', fbetaScore(Y, P, { beta: 2, average: 'weighted' }), 0.5881118881118881],
    ['sampleWeight', fbetaScore(Y, P, { beta: 2, sampleWeight }), 0.5415306915306916],
    ['labels', fbetaScore(Y, P, { beta: 2, labels }), 0.5332167832167832],
    [
      'zeroDivision',
      fbetaScore(Y, P, { beta: 2, labels: more, zeroDivision: 1 }),
      0.6832750582750582,
    ],
  ],
  jaccardScore: [
    ['none', jaccardScore(Y, P), 0.42063492063492064],
    ['micro', jaccardScore(Y, P, { average: 'micro' }), 0.42857142857142855],
    ['weighted', jaccardScore(Y, P, { average: 'weighted' }), 0.42142857142857143],
    ['sampleWeight', jaccardScore(Y, P, { sampleWeight }), 0.39351851851851855],
    ['labels', jaccardScore(Y, P, { labels }), 0.38095238095238093],
    ['more labels', jaccardScore(Y, P, { labels: more }), 0.31547619047619047],
    ['zeroDivision', jaccardScore(Y, P, { labels: more, zeroDivision: 1 }), 0.5654761904761905],
  ],
  cohenKappaScore: [
    ['none', cohenKappaScore(Y, P), 0.375],
    ['sampleWeight', cohenKappaScore(Y, P, { sampleWeight }), 0.37735849056603776],
    ['linear', cohenKappaScore(Y, P, { weights: 'linear' }), 0.3023255813953488],
    ['quadratic', cohenKappaScore(Y, P, { weights: 'quadratic' }), 0.23076923076923084],
    [
      'linear, in another order',
      cohenKappaScore(Y, P, { weights: 'linear', labels: ['sad', 'calm', 'happy'] }),
      0.4736842105263158,
    ],
    ['labels', cohenKappaScore(Y, P, { labels }), 1 / 3],
    // Where chance alone would always agree.
    ['one class', cohenKappaScore(['sad', 'sad'], ['sad', 'sad']), Number.NaN],
  ],
  matthewsCorrcoef: [
    ['none', matthewsCorrcoef(Y, P), 0.4020151261036848],
    ['sampleWeight', matthewsCorrcoef(Y, P, { sampleWeight }), 0.4242075114806285],
    ['one class', matthewsCorrcoef(['sad', 'sad'], ['sad', 'calm']), 0],
  ],
};

const [third, one, two] = [2, 0, 1];
/** The same scores under labels in another order. */
const other = {
  labels: ['sad', 'calm', 'happy'],
  scores: SCORES.map((row) => [row[third], row[one], row[two]]),
};

/** A metric of scores: without options, with weights, and with labels in another order. */
const scored = (
  metric: (
    y: string[],
    scores: number[][],
    options?: { labels?: string[]; sampleWeight?: number[] },
  ) => number,
  plain: number,
  weighted: number,
): Rows => [
  ['none', metric(Y, SCORES), plain],
  ['sampleWeight', metric(Y, SCORES, { sampleWeight }), weighted],
  ['labels', metric(Y, other.scores, { labels: other.labels }), plain],
];

const OF_SCORES: Record<string, Rows> = {
  logLoss: scored(logLoss, 0.7808109671557938, 0.6923399639194504),
  brierScore: [
    ...scored(brierScore, 0.4655, 0.40222222222222226),
    ['scaleByHalf', brierScore(Y, SCORES, { scaleByHalf: true }), 0.4655 / 2],
  ],
  topKAccuracyScore: [
    ...scored(topKAccuracyScore, 0.9, 0.9629629629629629),
    ['k', topKAccuracyScore(Y, SCORES, { k: 1 }), 0.6],
    ['k of all', topKAccuracyScore(Y, SCORES, { k: 3 }), 1],
  ],
  rocAucScore: [
    ...scored(rocAucScore, 0.8492063492063493, 0.883084572360458),
    ['weighted', rocAucScore(Y, SCORES, { average: 'weighted' }), 0.830952380952381],
  ],
  averagePrecisionScore: [
    ...scored(averagePrecisionScore, 0.8027777777777777, 0.8314072093483859),
    ['weighted', averagePrecisionScore(Y, SCORES, { average: 'weighted' }), 0.785],
  ],
  // Not scikit-learn's, which has none, but numpy's, by its formula.
  expectedCalibrationError: [
    ...scored(expectedCalibrationError, 0.315, 0.3370370370370371),
    ['nBins', expectedCalibrationError(Y, SCORES, { nBins: 4 }), 0.195],
  ],
};

describe.each(Object.entries({ ...OF_LABELS, ...OF_SCORES }))('%s', (_, rows) => {
  it.each(rows)("equals scikit-learn's with %s", (__, value, expected) => {
    expect(value).toBeAllclose(expected, ROUNDING);
  });
});

describe('confusionMatrix', () => {
  it.each<[string, Parameters<typeof confusionMatrix>[2], number[][]]>([
    [
      'none',
      undefined,
      [
        [3, 1, 0],
        [1, 2, 0],
        [2, 0, 1],
      ],
    ],
    [
      'labels and sampleWeight',
      { labels: ['sad', 'calm', 'happy'], sampleWeight },
      [
        [0.5, 3.5, 0],
        [0, 3.5, 1],
        [0, 1, 4],
      ],
    ],
    [
      'normalize',
      { normalize: 'pred' },
      [
        [3 / 6, 1 / 3, 0],
        [1 / 6, 2 / 3, 0],
        [2 / 6, 0, 1],
      ],
    ],
  ])("equals scikit-learn's with %s", (_, options, expected) => {
    expect(confusionMatrix(Y, P, options)).toBeAllclose(expected, ROUNDING);
  });
});

it('precisionRecallFscoreSupport takes all of its options together', () => {
  const options = { beta: 2, labels: ['sad', 'calm', 'bored'], sampleWeight, zeroDivision: 1 };
  const { labels: names, ...scores } = precisionRecallFscoreSupport(Y, P, options);
  expect(names).toEqual(['sad', 'calm', 'bored']);
  expect(Object.keys(scores)).toEqual(['precision', 'recall', 'fscore', 'support']);
  expect(Object.values(scores)).toBeAllclose(
    [
      [1, 0.4375, 1],
      [0.125, 7 / 9, 1],
      [0.15151515151515152, 0.6730769230769231, 1],
      [4, 4.5, 0],
    ],
    ROUNDING,
  );
});

describe('the curves of one class', () => {
  const isCalm = Y.map((label) => label === 'calm');
  const scores = SCORES.map(([calm]) => calm);
  const part = (i: number): number => i / 9;

  it('rocCurve without options', () => {
    const { fpr, tpr, thresholds } = rocCurve(isCalm, scores);
    expect(fpr).toBeAllclose([0, 0, 1 / 3, 1 / 3, 2 / 3, 1], ROUNDING);
    expect(tpr).toBeAllclose([0, 0.25, 0.25, 0.5, 1, 1], ROUNDING);
    expect(thresholds).toEqual([Number.POSITIVE_INFINITY, 0.6, 0.45, 0.4, 0.2, 0.1]);
  });

  it('precisionRecallCurve with sampleWeight', () => {
    const curve = precisionRecallCurve(isCalm, scores, { sampleWeight });
    expect(curve.precision).toBeAllclose(
      [1 / 3, 9 / 26, 0.375, 8 / 17, 6 / 11, 2 / 7, 0.4, 1, 1],
      ROUNDING,
    );
    expect(curve.recall).toBeAllclose([9, 9, 9, 8, 6, 2, 2, 2, 0].map(part), ROUNDING);
    expect(curve.thresholds).toEqual([0.1, 0.15, 0.2, 0.3, 0.4, 0.45, 0.5, 0.6]);
  });

  it('leave out a threshold whose samples weigh nothing', () => {
    const weights = sampleWeight.with(0, 0);
    expect(precisionRecallCurve(isCalm, scores, { sampleWeight: weights }).thresholds).toEqual([
      0.1, 0.15, 0.2, 0.3, 0.4, 0.45, 0.5,
    ]);
    expect(rocCurve(isCalm, scores, { sampleWeight: weights }).thresholds[1]).toBe(0.5);
  });
});

describe('calibrationCurve', () => {
  it('has 15 bins by default', () => {
    expect(calibrationCurve(Y, SCORES)).toHaveLength(15);
  });

  it('weighs the samples of a bin', () => {
    const bins = calibrationCurve(Y, SCORES, { nBins: 4, sampleWeight });
    expect(bins.map(({ count }) => count)).toEqual([0, 5, 7.5, 1]);
    const [, low, high] = bins;
    // Up to 0.5: 0.4 (weighs 2, right), 0.5 (0.5, wrong), 0.45 (1, wrong), 0.5 (1.5, wrong).
    expect([low.confidence, low.accuracy]).toBeAllclose(
      [(0.4 * 2 + 0.5 * 0.5 + 0.45 + 0.5 * 1.5) / 5, 2 / 5],
      ROUNDING,
    );
    // Up to 0.75: 0.6 (1, right), 0.6 (1, wrong), 0.7 (3, right), 0.6 (2.5, right).
    expect([high.confidence, high.accuracy]).toBeAllclose(
      [(0.6 * 4.5 + 0.7 * 3) / 7.5, 6.5 / 7.5],
      ROUNDING,
    );
  });
});

describe('probabilities', () => {
  const call = (row: number[]) => () => logLoss(['a', 'b'], [row, [0, 1]]);

  it.each([[[0.5, 0.5]], [[0.5, 0.500009]], [[0.5, 0.499991]], [[1, 0]], [[0, 1]]])(
    'are those of %j',
    (row) => {
      expect(call(row)).not.toThrow();
    },
  );

  it.each([
    [[0.5, 0.50002], 'must sum to 1'],
    [[0.5, 0.49998], 'must sum to 1'],
    [[-0.000001, 1], 'must be in [0, 1], got -0.000001 in row 0'],
    [[1.000001, 0], 'must be in [0, 1], got 1.000001 in row 0'],
  ])('are not those of %j', (row, message) => {
    expect(call(row)).toThrow(message);
  });
});
