import type { LabelScore } from './recognition.ts';

/**
 * Scores that add up to 1, the highest first, and those that are equal in the order of the labels.
 *
 * @param scores Probabilities by label.
 * @param temperature What the logits are divided by: above 1 draws the scores together. The scores
 *   are taken to the power of its inverse, which is the same.
 */
export function sortScores(
  labels: readonly string[],
  scores: Readonly<Record<string, number>>,
  temperature: number,
): LabelScore[] {
  const powers = labels.map((label) => scores[label] ** (1 / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return labels
    .map((label, i) => ({ label, score: powers[i] / sum }))
    .sort((a, b) => b.score - a.score);
}
