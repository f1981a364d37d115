import { seeded } from '@ser/testing';
import { describe, expect, it } from 'vitest';
import { EvaluationError } from '../evaluation-error.ts';
import { fitTemperature } from './fit-temperature.ts';
import { logLoss } from './log-loss.ts';

// The range is halved until it is as wide as a rounding.
const ROUNDING = { rtol: 1e-12, atol: 0 };

/** The scores of logits at a temperature. */
function softmax(logits: readonly number[], temperature = 1): number[] {
  const powers = logits.map((logit) => Math.exp(logit / temperature));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** Logits of 300 samples of four classes that are right about as often as they say. */
const random = seeded(7);
const LOGITS = Array.from({ length: 300 }, () => Array.from({ length: 4 }, () => 4 * random()));
const TRUTH = LOGITS.map((logits) => {
  let left = random();
  const drawn = softmax(logits).findIndex((p) => {
    left -= p;
    return left < 0;
  });
  return drawn === -1 ? 3 : drawn;
});
const labels = [0, 1, 2, 3];
const rowsAt = (temperature: number) => LOGITS.map((logits) => softmax(logits, temperature));

describe('fitTemperature', () => {
  it.each([
    // Right three times in four, where the scores say 0.9 or 0.6: (0.9 / 0.1)^(1/T) must be 3.
    [0.9, Math.log(9) / Math.log(3)],
    [0.6, Math.log(1.5) / Math.log(3)],
  ])('gives scores of %d to two classes the frequency of the truth', (p, expected) => {
    const rows = [p, p, p, p].map((each) => [each, 1 - each]);
    expect(fitTemperature(['a', 'a', 'a', 'b'], rows)).toBeAllclose(expected, ROUNDING);
  });

  it('is about 1 for scores that are as often right as they say', () => {
    // Of 300 samples; a deviation is a tenth.
    expect(fitTemperature(TRUTH, rowsAt(1), { labels })).toBeAllclose(1, { rtol: 0.2, atol: 0 });
  });

  it('undoes a temperature', () => {
    const own = fitTemperature(TRUTH, rowsAt(1), { labels });
    for (const divided of [0.3, 2]) {
      const found = fitTemperature(TRUTH, rowsAt(divided), { labels });
      // Scores near 1 have lost digits of their logits.
      expect(found).toBeAllclose(own / divided, { rtol: 1e-9, atol: 0 });
    }
  });

  it('has a lower log loss than its neighbours', () => {
    const best = fitTemperature(TRUTH, rowsAt(1), { labels });
    const lossAt = (temperature: number) => logLoss(TRUTH, rowsAt(temperature), { labels });
    for (const factor of [0.99, 1.01]) expect(lossAt(best)).toBeLessThan(lossAt(best * factor));
  });

  it('counts a sample by its weight', () => {
    const rows = [
      [0.9, 0.1],
      [0.9, 0.1],
    ];
    const sampleWeight = [3, 1];
    const found = fitTemperature(['a', 'b'], rows, { sampleWeight });
    expect(found).toBeAllclose(Math.log(9) / Math.log(3), ROUNDING);
  });

  it('takes the columns in the order of `labels`', () => {
    const rows = [0.1, 0.1, 0.1, 0.1].map((p) => [p, 1 - p]);
    const found = fitTemperature(['a', 'a', 'a', 'b'], rows, { labels: ['b', 'a'] });
    expect(found).toBeAllclose(Math.log(9) / Math.log(3), ROUNDING);
  });

  const two = (p: number): number[][] => [
    [p, 1 - p],
    [1 - p, p],
  ];
  it.each<[string, string[], number[][], number]>([
    ['0.01 where all are right', ['a', 'b'], two(0.6), 0.01],
    ['100 where all are wrong', ['b', 'a'], two(0.6), 100],
    [
      '100 where the scores are as often wrong as right',
      ['a', 'a'],
      [
        [0.6, 0.4],
        [0.4, 0.6],
      ],
      100,
    ],
    ['1 where every score is the same', ['a', 'b'], two(0.5), 1],
  ])('is %s', (_, yTrue, rows, expected) => {
    const options = { labels: ['a', 'b'] };
    expect(fitTemperature(yTrue, rows, options)).toBe(expected);
  });

  it('takes a score of 0 for the smallest of a softmax in float32', () => {
    const rows = [0, 1, 2, 3].map(() => [1, 0]);
    const found = fitTemperature(['a', 'a', 'a', 'b'], rows);
    expect(found).toBeAllclose((126 * Math.LN2) / Math.log(3), ROUNDING);
  });

  it('refuses rows that are no probabilities, by its name', () => {
    const call = () =>
      fitTemperature(
        ['a', 'b'],
        [
          [2, -1],
          [0, 1],
        ],
      );
    expect(call).toThrow(EvaluationError);
    expect(call).toThrow('fitTemperature: `yProba` must be in [0, 1], got 2 in row 0');
  });
});
