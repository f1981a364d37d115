import type { WindowScores } from '../windows/window-scores.ts';

/** The least score that is told from zero: half a unit in the last place of float32 below 1. */
const LEAST_SCORE = 2 ** -24;

/**
 * Smooths scores over windows: the logarithm of each is the weighted mean of the smoothed one of
 * the window before, `smoothing`, and its own, 1 - `smoothing`; then they are brought to a sum of
 * 1. The first window after a pause stands for itself.
 */
export class ScoreSmoother {
  readonly #smoothing: number;
  /** The smoothed logarithm of each label; undefined after a pause. */
  #logs: Map<string, number> | undefined;

  constructor(smoothing: number) {
    this.#smoothing = smoothing;
  }

  /** The window with smoothed scores, sorted anew. */
  smooth<Window extends WindowScores>(window: Window): Window {
    if (this.#smoothing === 0) return window;
    if (!window.speech || window.scores.length === 0) {
      this.#logs = undefined;
      return window;
    }
    const before = this.#logs;
    const logs = new Map<string, number>();
    for (const { label, score } of window.scores) {
      const own = Math.log(Math.max(score, LEAST_SCORE));
      const last = before?.get(label) ?? own;
      logs.set(label, this.#smoothing * last + (1 - this.#smoothing) * own);
    }
    this.#logs = logs;
    if (before === undefined) return window;
    return { ...window, scores: toScores(logs) };
  }
}

function toScores(logs: Map<string, number>): WindowScores['scores'] {
  const greatest = Math.max(...logs.values());
  const scores = [...logs].map(([label, log]) => ({ label, score: Math.exp(log - greatest) }));
  const sum = scores.reduce((total, { score }) => total + score, 0);
  return scores
    .map(({ label, score }) => ({ label, score: score / sum }))
    .sort((a, b) => b.score - a.score);
}
