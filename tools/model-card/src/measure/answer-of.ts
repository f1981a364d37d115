import type { Prediction } from '@ser/eval';
import type { Audio } from '@ser/features';
import type { Recognizer } from '@ser/recognizer';

/** What the recogniser says of a sound. */
export interface Answer extends Pick<Prediction, 'predicted' | 'scores'> {
  /** Whether the gate heard no speech. The scores are there all the same. */
  readonly refused: boolean;
  readonly familiar: boolean | null;
}

/** Asks the recogniser as a user does, and where it refuses once more without the gate. */
export async function answerOf(recognizer: Recognizer, audio: Audio): Promise<Answer> {
  const gated = await recognizer.recognize(audio);
  const found = gated.speech ? gated : await recognizer.recognize(audio, { speech: false });
  return {
    predicted: found[0].label,
    scores: scoresOf(recognizer.labels, found),
    refused: !gated.speech,
    familiar: found.familiar,
  };
}

/** Scores in the order of the labels. */
export function scoresOf(
  labels: readonly string[],
  found: readonly { readonly label: string; readonly score: number }[],
): number[] {
  const byLabel = new Map(found.map(({ label, score }) => [label, score]));
  return labels.map((label) => byLabel.get(label) ?? 0);
}
