import { binConfidences, type CalibrationOptions } from '../util/bin-confidences.ts';
import type { Label } from '../util/label.ts';
import type { ScoreMatrix } from '../util/match-scores.ts';

/**
 * The mean distance between confidence and accuracy over the bins of `calibrationCurve`, weighted
 * by their counts; 0 is perfect, at most 1.
 *
 * @param yProba Each row sums to 1; `[samples, classes]`.
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
