import { EvaluationError } from '../evaluation-error.ts';
import {
  type CheckedScores,
  checkProbabilities,
  checkScores,
  type ScoreMatrix,
  type ScoreOptions,
} from '../util/check-scores.ts';
import type { Label } from '../util/label.ts';

export interface CalibrationOptions extends ScoreOptions {
  /** How many bins of equal width [0, 1] is cut into; 15 unless given. */
  nBins?: number;
}

/** The samples whose highest probability lies in one bin. */
export interface CalibrationBin {
  /** The bin is (from, to]. */
  from: number;
  to: number;
  /** The weight of its samples; 1 each unless given. */
  count: number;
  /** The mean of the highest probabilities; NaN in an empty bin. */
  confidence: number;
  /** The fraction whose most probable class is the true one; NaN in an empty bin. */
  accuracy: number;
}

/**
 * How often a classifier is right when it says how sure it is. The predicted class is the most
 * probable one, the first of equals.
 *
 * @param yProba Each row sums to 1; [shape=(samples, classes)].
 * @throws {EvaluationError} `bad-argument` for arrays that do not fit or are no probabilities, or
 *   an `nBins` below 1.
 * @see Guo et al. 2017, "On Calibration of Modern Neural Networks"
 */
export function calibrationCurve(
  yTrue: ArrayLike<Label>,
  yProba: ScoreMatrix,
  options: CalibrationOptions = {},
): CalibrationBin[] {
  return binConfidences('calibrationCurve', yTrue, yProba, options);
}

/**
 * The mean distance between confidence and accuracy over the bins of `calibrationCurve`, weighted
 * by their counts; 0 is perfect, at most 1.
 *
 * @param yProba Each row sums to 1; [shape=(samples, classes)].
 * @throws {EvaluationError} as `calibrationCurve`.
 * @see Guo et al. 2017, "On Calibration of Modern Neural Networks"
 */
export function expectedCalibrationError(
  yTrue: ArrayLike<Label>,
  yProba: ScoreMatrix,
  options: CalibrationOptions = {},
): number {
  const bins = binConfidences('expectedCalibrationError', yTrue, yProba, options);
  const filled = bins.filter(({ count }) => count > 0);
  const total = filled.reduce((sum, { count }) => sum + count, 0);
  return filled.reduce(
    (sum, { count, accuracy, confidence }) =>
      sum + (count / total) * Math.abs(accuracy - confidence),
    0,
  );
}

function binConfidences(
  caller: string,
  yTrue: ArrayLike<Label>,
  yProba: ScoreMatrix,
  { nBins = 15, ...options }: CalibrationOptions,
): CalibrationBin[] {
  if (!Number.isInteger(nBins) || nBins < 1) {
    const message = `${caller}: \`nBins\` must be an integer of 1 or more, got ${nBins}`;
    throw new EvaluationError('bad-argument', message);
  }
  const { columns, weight }: CheckedScores = checkScores(caller, yTrue, yProba, options);
  checkProbabilities(caller, yProba);
  const counts = new Float64Array(nBins);
  const confidences = new Float64Array(nBins);
  const hits = new Float64Array(nBins);
  columns.forEach((column, i) => {
    const row = Array.from(yProba[i]);
    const confidence = Math.max(...row);
    // Compared with the edges themselves: confidence * nBins may round across one.
    let bin = Math.min(Math.floor(confidence * nBins), nBins - 1);
    if (bin > 0 && confidence <= bin / nBins) bin--;
    counts[bin] += weight(i);
    confidences[bin] += weight(i) * confidence;
    if (row.indexOf(confidence) === column) hits[bin] += weight(i);
  });
  return Array.from({ length: nBins }, (_, bin) => ({
    from: bin / nBins,
    to: (bin + 1) / nBins,
    count: counts[bin],
    confidence: confidences[bin] / counts[bin],
    accuracy: hits[bin] / counts[bin],
  }));
}
