import { RecognizerError } from '../recognizer-error.ts';

/** The share of familiar clips that stay below the threshold. */
const SHARE = 0.99;

/**
 * The distance above which a clip is not like what the model was trained on: the 99th percentile
 * of the distances of plain clips that the model was not trained on, by voices that it does not
 * know, as numpy's `percentile` interpolates. One such clip in a hundred is called strange.
 *
 * @param distances Out of fold: scaler and conditions of each were fitted without its voice.
 * @throws {RecognizerError} `bad-argument` for fewer than 100 distances, and for what is no
 *   distance.
 */
export function familiarityThreshold(distances: ArrayLike<number>): number {
  const sorted = Float64Array.from(distances).sort();
  if (sorted.length < 100) {
    throw new RecognizerError(
      'bad-argument',
      `familiarityThreshold: \`distances\` must be 100 or more, got ${sorted.length}`,
    );
  }
  const wrong = sorted.find((distance) => !(distance >= 0 && distance < Number.POSITIVE_INFINITY));
  if (wrong !== undefined) {
    throw new RecognizerError(
      'bad-argument',
      `familiarityThreshold: \`distances\` must be finite and at least 0, got ${wrong}`,
    );
  }
  const place = SHARE * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}
