import type { Answer } from '../recognition/analysis.ts';
import { percent } from './format.ts';

const NO_SPEECH = 'No speech was heard, so there is no answer.';
export const NOT_FAMILIAR =
  'This is unlike what the model was trained on: do not trust the answer.';

/** An answer in a sentence. */
export function answerWords({ scores, speech, windows }: Answer): string {
  if (!speech || scores.length === 0) return NO_SPEECH;
  const [first, second] = scores;
  const where = windows > 0 ? 'On average it sounds' : 'Sounds';
  const next = second ? `, then ${second.label} (${percent(second.score)})` : '';
  return `${where} ${first.label} (${percent(first.score)})${next}.`;
}
