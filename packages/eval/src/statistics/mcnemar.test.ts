import { describe, expect, it } from 'vitest';
import goldens from '../../fixtures/mcnemar.golden.json' with { type: 'json' };
import { expectClose } from '../testing/metric-cases.ts';
import { mcnemar } from './mcnemar.ts';

describe('mcnemar', () => {
  it.each(goldens.cases)("equals statsmodels': $onlyFirst against $onlySecond", (golden) => {
    const { onlyFirst, onlySecond } = golden;
    const parts = [onlyFirst, onlySecond, 5, 7];
    const fill = (...values: number[]): number[] =>
      parts.flatMap((count, i) => new Array<number>(count).fill(values[i]));
    const samples = [fill(1, 1, 1, 1), fill(1, 0, 1, 2), fill(0, 1, 1, 3)] as const;
    const result = mcnemar(...samples);
    expect(result).toMatchObject({ onlyFirst, onlySecond, statistic: golden.statistic });
    expectClose([result.pValue], [golden.pValue]);
    // Small ones to 10 digits too: 2^-900 is far below the tolerance above.
    if (golden.pValue > 0) expectClose([result.pValue / golden.pValue / 100], [0.01]);
    for (const name of ['corrected', 'uncorrected'] as const) {
      const expected = golden[name];
      if (!expected) continue;
      const { statistic, pValue } = mcnemar(...samples, {
        exact: false,
        correction: name === 'corrected',
      });
      expectClose([statistic], [expected.statistic]);
      if (expected.pValue > 0) expectClose([pValue / expected.pValue / 100], [0.01]);
    }
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
    expect(() => mcnemar([1], [1], [1, 2])).toThrow('mcnemar: `yPred` must be as long');
  });
});
