import { describe, expect, it } from 'vitest';
import goldens from '../../fixtures/mcnemar.golden.json' with { type: 'json' };
import { ROUNDING } from '../testing/golden-cases.ts';
import { mcnemar } from './mcnemar.ts';

/** Small probabilities are compared to 10 digits: 2^-900 is far below any absolute tolerance. */
const DIGITS = { rtol: 1e-10, atol: 0 };

/** Targets and two predictions, of which `onlyFirst` are right in the first alone. */
function samplesOf(onlyFirst: number, onlySecond: number): [number[], number[], number[]] {
  const parts = [onlyFirst, onlySecond, 5, 7];
  const fill = (...values: number[]): number[] =>
    parts.flatMap((count, i) => new Array<number>(count).fill(values[i]));
  return [fill(1, 1, 1, 1), fill(1, 0, 1, 2), fill(0, 1, 1, 3)];
}

const chiSquare = goldens.cases.flatMap(({ onlyFirst, onlySecond, ...golden }) =>
  (['corrected', 'uncorrected'] as const).flatMap((name) => {
    const expected = golden[name];
    return expected ? [{ onlyFirst, onlySecond, name, expected }] : [];
  }),
);

describe('mcnemar', () => {
  it.each(goldens.cases)("equals statsmodels': $onlyFirst against $onlySecond", (golden) => {
    const { onlyFirst, onlySecond, statistic } = golden;
    const result = mcnemar(...samplesOf(onlyFirst, onlySecond));
    expect(result).toMatchObject({ onlyFirst, onlySecond, statistic });
    expect(result.pValue).toBeAllclose(golden.pValue, ROUNDING);
    expect(result.pValue).toBeAllclose(golden.pValue, DIGITS);
  });

  it.each(chiSquare)(
    "equals statsmodels' chi-square, $name: $onlyFirst against $onlySecond",
    ({ onlyFirst, onlySecond, name, expected }) => {
      const { statistic, pValue } = mcnemar(...samplesOf(onlyFirst, onlySecond), {
        exact: false,
        correction: name === 'corrected',
      });
      expect(statistic).toBeAllclose(expected.statistic, ROUNDING);
      expect(pValue).toBeAllclose(expected.pValue, DIGITS);
    },
  );

  it('is exact by default, and chi-square with the correction where it is not', () => {
    const samples = samplesOf(3, 11);
    expect(mcnemar(...samples)).toEqual(mcnemar(...samples, { exact: true }));
    const corrected = mcnemar(...samples, { exact: false, correction: true });
    expect(mcnemar(...samples, { exact: false })).toEqual(corrected);
    // (|3 - 11| - 1)² / 14
    expect(corrected.statistic).toBe(3.5);
    expect(mcnemar(...samples, { exact: false, correction: false }).statistic).toBe(64 / 14);
  });

  it('finds no difference between classifiers that never differ', () => {
    const same = [
      [1, 2],
      [1, 1],
      [1, 1],
    ] as const;
    expect(mcnemar(...same).pValue).toBe(1);
    expect(mcnemar(...same, { exact: false })).toMatchObject({ statistic: 0, pValue: 1 });
  });

  it('refuses predictions of other samples', () => {
    for (const [first, second] of [
      [[1], [1, 2]],
      [[1, 2], [1]],
    ]) {
      expect(() => mcnemar([1], first, second)).toThrow('mcnemar: `yPred` must be as long');
    }
  });
});
