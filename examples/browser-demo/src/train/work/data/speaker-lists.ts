import { dealSpeakers, type ProtocolName, type SpeakerLists } from '@ser/eval';
import { EMOTIONS, SPEAKERS } from '@ser/ravdess';

/** Speakers that `holdout` needs beside those that it tests. */
const LEAST_OTHERS = 6;

/** RAVDESS' own lists where rows can be of RAVDESS, else lists that are dealt. */
export function listSpeakers(
  rows: readonly { readonly label: string; readonly speaker: string }[],
): SpeakerLists | null {
  const emotions = new Set<string>(EMOTIONS);
  const actors = new Set(SPEAKERS.folds.flat());
  const isRavdess = rows.every(({ label, speaker }) => emotions.has(label) && actors.has(speaker));
  return isRavdess ? SPEAKERS : dealSpeakers(rows);
}

/** As `ser train` chooses: `holdout` where enough speakers are left to train on, else `clip`. */
export function defaultProtocol(
  lists: SpeakerLists | null,
  rows: readonly { readonly speaker: string }[],
): ProtocolName {
  const all = new Set(rows.map(({ speaker }) => speaker));
  const heldOut = (lists?.holdout ?? []).filter((speaker) => all.has(speaker)).length;
  return heldOut > 0 && all.size - heldOut >= LEAST_OTHERS ? 'holdout' : 'clip';
}
