import type { Prediction } from '../cross-validation/prediction.ts';
import type { HistoryEpoch } from '../plots/history-svg.ts';
import { indexOfMax } from '../util/index-of-max.ts';

/** Two epochs. */
export const HISTORY: HistoryEpoch[] = [
  { loss: 2, valLoss: 2.1, accuracy: 0.1 },
  { loss: 1, valLoss: 1.5, accuracy: 0.5 },
];

export const LABELS: readonly string[] = ['calm', 'happy', 'sad'];

/** The classes of each speaker's clips, which occur unequally often. */
const TRUTHS = [
  [0, 0, 0, 1, 1, 2],
  [0, 0, 0, 1, 1, 2],
  [0, 0, 0, 1, 1, 2],
  [0, 1, 2, 2, 2, 2],
];

/**
 * Two seeds of two folds of two speakers of six clips, for figures and reports. The classifier is
 * right most of the time, for some speakers more often than for others.
 */
export const PREDICTIONS: readonly Prediction[] = [0, 1].flatMap((seed) =>
  Array.from({ length: 24 }, (_, clip): Prediction => {
    const speaker = Math.floor(clip / 6) + 1;
    const truth = TRUTHS[speaker - 1][clip % 6];
    // As good as drawn, and always the same.
    const raw = LABELS.map((__, k) => {
      const noise = (clip * clip * 3 + clip * 7 + seed * 3 + k * 11) % 13;
      return 1 + noise + (k === truth ? 9 - speaker : 0);
    });
    const sum = raw.reduce((a, b) => a + b, 0);
    const scores = raw.map((score) => score / sum);
    return {
      clip: `clip ${clip}`,
      speaker: `0${speaker}`,
      fold: speaker <= 2 ? 1 : 2,
      seed,
      truth: LABELS[truth],
      predicted: LABELS[indexOfMax(scores)],
      scores,
    };
  }),
);
