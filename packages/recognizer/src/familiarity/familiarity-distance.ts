import { checkConditions, type FamiliarConditions } from './familiar-conditions.ts';
import { checkStandardized } from './util/check-standardized.ts';

/**
 * How unlike the training clips an example is: the least of its distances to the conditions that
 * the model was trained in, each the root mean square of every fourth value, standardised by the
 * mean and the deviation that the clips of that condition have. Near 1 for a clip like those;
 * above 1.5 for most music, animals, noises and single words.
 *
 * Without conditions it is the mean absolute value, which takes a voice in noise for strange more
 * often.
 *
 * @param standardized What the model's layer sees of the plain version: standardised, clipped.
 * @param conditions What `fitFamiliarity` gave for the same model, or `parseRecognizerConfig` read.
 * @returns At least 0; higher is stranger.
 * @throws {RecognizerError} `bad-argument` for values that are none or not finite, and for
 *   conditions of another number of features.
 */
export function familiarityDistance(
  standardized: Float32Array,
  conditions?: FamiliarConditions,
): number {
  checkStandardized('familiarityDistance', 'standardized', standardized);
  if (conditions === undefined) return meanAbsolute(standardized);
  checkConditions('familiarityDistance', conditions, standardized.length);
  const { stride } = conditions;
  let least = Number.POSITIVE_INFINITY;
  for (const { means, deviations } of conditions.conditions) {
    let sum = 0;
    for (let k = 0; k < means.length; k++) {
      const value = (standardized[(stride >> 1) + k * stride] - means[k]) / deviations[k];
      sum += value * value;
    }
    least = Math.min(least, sum / means.length);
  }
  return Math.sqrt(least);
}

function meanAbsolute(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += Math.abs(value);
  return sum / values.length;
}
