/** Scores whose logits are divided by a temperature: softmax(log p / T). */
export function atTemperature(scores: ArrayLike<number>, temperature: number): number[] {
  const logits = Array.from(scores, (p) => Math.log(p) / temperature);
  const most = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
