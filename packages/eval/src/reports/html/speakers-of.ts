import type { Prediction } from '../../cross-validation/prediction.ts';

/** The name of the speaker of clips whose speaker is not known. */
const UNKNOWN = 'unknown';

/** The speaker of each prediction; undefined where no prediction names one. */
export function speakersOf(predictions: readonly Prediction[]): string[] | undefined {
  if (predictions.every(({ speaker }) => speaker === '')) return undefined;
  return predictions.map(({ speaker }) => speaker || UNKNOWN);
}
