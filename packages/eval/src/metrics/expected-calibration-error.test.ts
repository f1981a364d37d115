import { describe, expect, it } from 'vitest';
import { ROUNDING } from '../testing/golden-cases.ts';
import { scoreCases, scoreOptions } from '../testing/score-cases.ts';
import { expectedCalibrationError } from './expected-calibration-error.ts';

const cases = scoreCases.flatMap((golden) =>
  Object.entries(golden.expected.calibrationError).map(([nBins, expected]) => ({
    golden,
    nBins: Number(nBins),
    expected,
  })),
);

describe('expectedCalibrationError', () => {
  it.each(cases)("is the golden's: $golden.name, $nBins bins", ({ golden, nBins, expected }) => {
    const options = { ...scoreOptions(golden), nBins };
    const error = expectedCalibrationError(golden.yTrue, golden.yScore, options);
    expect(error).toBeAllclose(expected, ROUNDING);
  });

  it('refuses half a bin', () => {
    const rows = [
      [0.5, 0.5],
      [0.2, 0.8],
    ];
    expect(() => expectedCalibrationError([0, 1], rows, { nBins: 0.5 })).toThrow('`nBins`');
  });
});
