import {
  binConfidences,
  type CalibrationBin,
  type CalibrationOptions,
} from '../util/bin-confidences.ts';
import type { Label } from '../util/label.ts';
import type { ScoreMatrix } from '../util/match-scores.ts';

/**
 * How often a classifier is right, by its confidence. The predicted class is the most probable one,
 * the first of equals.
 *
 * @param yProba Each row sums to 1; `[samples, classes]`.
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
