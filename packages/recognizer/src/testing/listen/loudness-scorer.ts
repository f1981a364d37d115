import type { WindowScorer } from '../../listen/open-engine.ts';
import type { ScoreWindow } from '../../listen/window-session.ts';

/**
 * Scores that can be worked out by hand: the mean of a window's samples for `loud`, the rest for
 * `soft`. A window of zeros is no speech.
 */
export const scoreLoudness: ScoreWindow = async ({ start, end, audio: { samples } }) => {
  const mean = samples.reduce((sum, sample) => sum + sample, 0) / samples.length;
  if (mean === 0) return { start, end, scores: [], speech: false, familiar: null };
  const scores = [
    { label: 'loud', score: mean },
    { label: 'soft', score: 1 - mean },
  ];
  scores.sort((a, b) => b.score - a.score);
  return { start, end, scores, speech: true, familiar: true };
};

/** For the calling thread alone. */
export const LOUDNESS: WindowScorer = {
  score: scoreLoudness,
  state: () => undefined,
  check: () => {},
};
