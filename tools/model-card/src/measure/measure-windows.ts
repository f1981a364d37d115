import type { Recognizer } from '@ser/recognizer';
import type { WindowFigures } from '../results/results.ts';
import { rounded } from '../util/rounded.ts';
import { scoresOf } from './answer-of.ts';
import type { HoldoutClip } from './holdout-clips.ts';
import { measured, type Tested } from './measured.ts';

/** As `windows` has them without options. */
const [LENGTH, HOP] = [3, 1];

/** The hold-out as `windows` sees it. */
export async function measureWindows(
  clips: readonly HoldoutClip[],
  recognizer: Recognizer,
): Promise<WindowFigures> {
  const { labels } = recognizer;
  const windows: Tested[] = [];
  const whole: Tested[] = [];
  let refused = 0;
  for (const { clip, speaker, truth, audio } of clips) {
    const own: Tested[] = [];
    for await (const window of recognizer.windows(await audio(), { length: LENGTH, hop: HOP })) {
      if (!window.speech) {
        refused++;
        continue;
      }
      const scores = scoresOf(labels, window.scores);
      own.push({ clip, speaker, truth, scores, predicted: window.scores[0].label });
    }
    windows.push(...own);
    if (own.length === 0) continue;
    const scores = labels.map(
      (_, k) => own.reduce((sum, each) => sum + each.scores[k], 0) / own.length,
    );
    const predicted = labels[scores.indexOf(Math.max(...scores))];
    whole.push({ clip, speaker, truth, scores, predicted });
  }
  return {
    length: LENGTH,
    hop: HOP,
    windows: measured(windows),
    clips: measured(whole),
    refused: rounded(refused / (refused + windows.length)),
  };
}
