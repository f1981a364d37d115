/** The softmax of logits; NaN where the greatest is infinite or one is NaN. */
export function softmax(logits: Float64Array): Float64Array {
  const greatest = logits.reduce((a, b) => Math.max(a, b));
  const powers = logits.map((logit) => Math.exp(logit - greatest));
  const sum = powers.reduce((a, b) => a + b);
  return powers.map((power) => power / sum);
}
