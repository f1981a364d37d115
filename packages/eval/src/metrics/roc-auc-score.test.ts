import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EvaluationError } from '../evaluation-error.ts';
import { ROUNDING } from '../testing/golden-cases.ts';
import { scoreCases, scoreOptions } from '../testing/score-cases.ts';
import { rocAucScore } from './roc-auc-score.ts';

const cases = scoreCases.flatMap((golden) =>
  (['macro', 'weighted'] as const).flatMap((average) =>
    golden.expected.rocAuc ? [{ golden, average, expected: golden.expected.rocAuc[average] }] : [],
  ),
);

/** Classes and scores, with one sample of each class at least. */
const samples = fc
  .array(fc.tuple(fc.nat(2), fc.integer({ min: -4, max: 4 })), { minLength: 6, maxLength: 30 })
  .map((drawn) => [...drawn, [0, 0], [1, 1], [2, -1]]);

describe('rocAucScore', () => {
  it.each(cases)('equals scikit-learn: $golden.name, $average', ({ golden, average, expected }) => {
    const area = rocAucScore(golden.yTrue, golden.yScore, { ...scoreOptions(golden), average });
    expect(area).toBeAllclose(expected, ROUNDING);
  });

  it('only looks at the order of the scores', () => {
    fc.assert(
      fc.property(samples, (drawn) => {
        const y = drawn.map(([label]) => label);
        const plain = drawn.map(([, score]) => [score, -score, score]);
        const bent = plain.map((row) => row.map((score) => Math.exp(score)));
        expect(rocAucScore(y, bent)).toBeAllclose(rocAucScore(y, plain), ROUNDING);
      }),
    );
  });

  it('of scores and of their opposites sums to 1', () => {
    fc.assert(
      fc.property(samples, (drawn) => {
        const y = drawn.map(([label]) => (label === 0 ? 0 : 1));
        const scores = drawn.map(([, score]) => [score, -score]);
        const swapped = scores.map(([a, b]) => [b, a]);
        expect(rocAucScore(y, scores) + rocAucScore(y, swapped)).toBeAllclose(1, ROUNDING);
      }),
    );
  });

  it.each<[string, number[][], number[], string]>([
    [
      'NaN',
      [
        [0, Number.NaN],
        [0, 1],
      ],
      [0, 1],
      'finite, got NaN in row 0',
    ],
    [
      'an absent class',
      [
        [1, 0, 0],
        [0, 1, 0],
      ],
      [0, 1, 2],
      'got 0 and 2',
    ],
  ])('refuses %s', (_, yScore, labels, message) => {
    const call = () => rocAucScore([0, 1], yScore, { labels });
    expect(call).toThrow(EvaluationError);
    expect(call).toThrow(message);
  });
});
