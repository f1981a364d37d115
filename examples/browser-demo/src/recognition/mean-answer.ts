import type { Answer, TimelineWindow } from './analysis.ts';

/** The mean of the scores of the windows with speech. */
export function meanAnswer(windows: readonly TimelineWindow[]): Answer {
  const spoken = windows.filter(({ speech }) => speech);
  const sums = new Map<string, number>();
  for (const { scores } of spoken) {
    for (const { label, score } of scores) sums.set(label, (sums.get(label) ?? 0) + score);
  }
  const scores = [...sums].map(([label, sum]) => ({ label, score: sum / spoken.length }));
  const known = spoken.filter(({ familiar }) => familiar !== null);
  const familiar = known.filter((window) => window.familiar).length;
  return {
    scores: scores.sort((a, b) => b.score - a.score),
    speech: spoken.length > 0,
    familiar: known.length === 0 ? null : 2 * familiar >= known.length,
    windows: spoken.length,
  };
}
