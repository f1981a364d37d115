import type { OptionNames } from '@ser/internal';
import { checkInteger } from './check-integer.ts';
import { checkOptions } from './check-options.ts';
import { checkProbabilities } from './check-probabilities.ts';
import { indexOfMax } from './index-of-max.ts';
import type { Label } from './label.ts';
import { matchScores, SCORE_OPTIONS, type ScoreMatrix, type ScoreOptions } from './match-scores.ts';

/** The options of `calibrationCurve` and `expectedCalibrationError`. */
export interface CalibrationOptions extends ScoreOptions {
  /** How many bins of equal width divide [0, 1]. Default 15. */
  nBins?: number;
}

const CALIBRATION_OPTIONS: OptionNames<CalibrationOptions> = { ...SCORE_OPTIONS, nBins: true };

/** The samples whose highest probability lies in one bin. */
export interface CalibrationBin {
  /** The bin is (from, to]. */
  from: number;
  to: number;
  /** The weight of its samples. */
  count: number;
  /** The mean of the highest probabilities; NaN in an empty bin. */
  confidence: number;
  /** The fraction whose most probable class is the true one; NaN in an empty bin. */
  accuracy: number;
}

const MOST_BINS = 1_000_000;

/** `calibrationCurve` for other functions: its errors name the caller. */
export function binConfidences(
  caller: string,
  yTrue: ArrayLike<Label>,
  yProba: ScoreMatrix,
  calibrationOptions: CalibrationOptions,
): CalibrationBin[] {
  const { nBins = 15, ...options } = checkOptions(caller, calibrationOptions, CALIBRATION_OPTIONS);
  checkInteger(caller, 'nBins', nBins, 1, MOST_BINS);
  const { columns, weight } = matchScores(caller, yTrue, yProba, options);
  checkProbabilities(caller, 'yProba', yProba);
  const counts = new Float64Array(nBins);
  const confidences = new Float64Array(nBins);
  const hits = new Float64Array(nBins);
  columns.forEach((column, i) => {
    const predicted = indexOfMax(yProba[i]);
    const confidence = yProba[i][predicted];
    // Compared with the edges themselves: confidence * nBins may round across one.
    let bin = Math.min(Math.floor(confidence * nBins), nBins - 1);
    if (bin > 0 && confidence <= bin / nBins) bin--;
    counts[bin] += weight(i);
    confidences[bin] += weight(i) * confidence;
    if (predicted === column) hits[bin] += weight(i);
  });
  return Array.from({ length: nBins }, (_, bin) => ({
    from: bin / nBins,
    to: (bin + 1) / nBins,
    count: counts[bin],
    confidence: confidences[bin] / counts[bin],
    accuracy: hits[bin] / counts[bin],
  }));
}
