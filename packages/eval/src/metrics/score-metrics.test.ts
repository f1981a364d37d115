import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import goldens from '../../fixtures/scores.golden.json' with { type: 'json' };
import { EvaluationError } from '../evaluation-error.ts';
import { expectClose } from '../testing/metric-cases.ts';
import type { Label } from '../util/label.ts';
import { brierScore } from './brier-score.ts';
import { calibrationCurve, expectedCalibrationError } from './calibration-curve.ts';
import { cohenKappaScore } from './cohen-kappa-score.ts';
import { logLoss } from './log-loss.ts';
import { rocAucScore } from './roc-auc-score.ts';
import { rocCurve } from './roc-curve.ts';
import { topKAccuracyScore } from './top-k-accuracy-score.ts';

interface ScoreCase {
  name: string;
  labels: Label[];
  yTrue: Label[];
  yScore: number[][];
  sampleWeight?: number[];
  predicted: Label[];
  expected: {
    logLoss: number;
    brier: number;
    topK: Record<string, number>;
    calibrationError: Record<string, number>;
    kappa: Record<string, number>;
    rocAuc?: Record<'macro' | 'weighted', number>;
    rocCurve?: { fpr: number[]; tpr: number[]; thresholds: number[] };
  };
}

const cases: ScoreCase[] = JSON.parse(JSON.stringify(goldens.cases), (_, value) => {
  if (value === 'nan') return Number.NaN;
  return value === null ? undefined : value;
});

describe.each(cases)("scikit-learn's numbers: $name", (golden) => {
  const { labels, yTrue, yScore, sampleWeight, expected } = golden;
  const options = { labels, ...(sampleWeight && { sampleWeight }) };

  it('logLoss and brierScore', () => {
    expectClose([logLoss(yTrue, yScore, options)], [expected.logLoss]);
    expectClose([brierScore(yTrue, yScore, options)], [expected.brier]);
    const half = brierScore(yTrue, yScore, { ...options, scaleByHalf: true });
    expectClose([half], [expected.brier / 2]);
  });

  it('topKAccuracyScore', () => {
    for (const [k, value] of Object.entries(expected.topK)) {
      expectClose([topKAccuracyScore(yTrue, yScore, { ...options, k: Number(k) })], [value]);
    }
    expect(topKAccuracyScore(yTrue, yScore, { ...options, k: labels.length })).toBe(1);
  });

  it('expectedCalibrationError', () => {
    for (const [nBins, value] of Object.entries(expected.calibrationError)) {
      const error = expectedCalibrationError(yTrue, yScore, { ...options, nBins: Number(nBins) });
      expectClose([error], [value]);
    }
  });

  it('cohenKappaScore', () => {
    for (const [weights, value] of Object.entries(expected.kappa)) {
      const kappa = cohenKappaScore(yTrue, golden.predicted, {
        ...options,
        ...(weights !== 'None' && { weights: weights as 'linear' | 'quadratic' }),
      });
      expectClose([kappa], [value]);
    }
  });

  it.skipIf(!expected.rocAuc)('rocAucScore', () => {
    for (const average of ['macro', 'weighted'] as const) {
      const area = rocAucScore(yTrue, yScore, { ...options, average });
      expectClose([area], [expected.rocAuc?.[average] ?? Number.NaN]);
    }
  });

  it.skipIf(!expected.rocCurve)('rocCurve', () => {
    const isFirst = yTrue.map((label) => label === labels[0]);
    const scores = yScore.map((row) => row[0]);
    const curve = rocCurve(isFirst, scores, sampleWeight && { sampleWeight });
    // With fractional weights, whether a point lies on a straight line is a matter of rounding.
    if (sampleWeight) {
      const area = ({ fpr, tpr }: { fpr: number[]; tpr: number[] }): number =>
        fpr.reduce((sum, x, i) => (i ? sum + (x - fpr[i - 1]) * (tpr[i] + tpr[i - 1]) : 0), 0);
      expectClose([area(curve)], [area(expected.rocCurve as typeof curve)]);
      return;
    }
    expectClose(curve.fpr, expected.rocCurve?.fpr ?? []);
    expectClose(curve.tpr, expected.rocCurve?.tpr ?? []);
    expectClose(curve.thresholds.slice(1), expected.rocCurve?.thresholds ?? []);
    expect(curve.thresholds[0]).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('metrics of scores', () => {
  it('rocAucScore only looks at the order of the scores', () => {
    const scores = fc.array(fc.tuple(fc.nat(2), fc.integer({ min: -4, max: 4 })), {
      minLength: 6,
      maxLength: 30,
    });
    fc.assert(
      fc.property(scores, (drawn) => {
        const samples = [...drawn, [0, 0], [1, 1], [2, -1]];
        const y = samples.map(([label]) => label);
        const plain = samples.map(([, score]) => [score, -score, score]);
        const bent = plain.map((row) => row.map((score) => Math.exp(score)));
        expectClose([rocAucScore(y, bent)], [rocAucScore(y, plain)]);
        // The second class is scored by the opposite of the first.
        const first = y.map((label) => (label === 0 ? 0 : 1));
        const two = samples.map(([, score]) => [score, -score]);
        const swapped = two.map(([a, b]) => [b, a]);
        expectClose([rocAucScore(first, two) + rocAucScore(first, swapped)], [1]);
      }),
    );
  });

  it('calibrationCurve puts a confidence on an edge into the bin below', () => {
    const bins = calibrationCurve(
      [0, 0, 1, 1],
      [
        [0.5, 0.5],
        [0.6, 0.4],
        [0.1, 0.9],
        [0, 1],
      ],
      {
        nBins: 10,
      },
    );
    expect(bins.map(({ count }) => count)).toEqual([0, 0, 0, 0, 1, 1, 0, 0, 1, 1]);
    expect(bins[9]).toEqual({ from: 0.9, to: 1, count: 1, confidence: 1, accuracy: 1 });
    expect(bins[0].accuracy).toBeNaN();
  });

  const rows = [
    [0.5, 0.5],
    [0.2, 0.8],
  ];
  it.each<[string, () => number, string]>([
    ['rows', () => logLoss([0, 1], rows.slice(1)), '`yScore` must have a row for each of 2'],
    ['columns', () => logLoss([0, 1], [[1], [1]]), 'a column for each of 2 classes'],
    ['a class', () => logLoss([0, 0], rows), 'there must be two classes or more, got 1'],
    ['labels', () => brierScore([0, 2], rows, { labels: [0, 1] }), 'none for 2'],
    [
      'sums',
      () =>
        brierScore(
          [0, 1],
          [
            [1, 1],
            [0, 1],
          ],
        ),
      'must sum to 1, got 2 in row 0',
    ],
    [
      'the range',
      () =>
        logLoss(
          [0, 1],
          [
            [2, -1],
            [0, 1],
          ],
        ),
      'must be in [0, 1], got 2',
    ],
    [
      'NaN',
      () =>
        rocAucScore(
          [0, 1],
          [
            [0, Number.NaN],
            [0, 1],
          ],
        ),
      'finite, got NaN in row 0',
    ],
    ['scores of a curve', () => rocCurve([true, false], [1, Number.NaN]).fpr[0], 'finite, got NaN'],
    ['k', () => topKAccuracyScore([0, 1], rows, { k: 0 }), '`k` must be an integer of 1 or more'],
    ['bins', () => expectedCalibrationError([0, 1], rows, { nBins: 0.5 }), '`nBins`'],
    [
      'an absent class',
      () =>
        rocAucScore(
          [0, 1],
          [
            [1, 0, 0],
            [0, 1, 0],
          ],
          { labels: [0, 1, 2] },
        ),
      'got 0 and 2',
    ],
  ])('refuse wrong %s', (_, call, message) => {
    expect(call).toThrow(EvaluationError);
    expect(call).toThrow(message);
  });
});
