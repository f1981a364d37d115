/** How fine means are kept: 1/32, in a signed byte. */
export const MEANS_PER_ONE = 32;
/** How fine deviations are kept: 1/64, in a byte. */
export const DEVIATIONS_PER_ONE = 64;
/** The least deviation: 1/8, so that what is always the same does not decide. */
const LEAST_DEVIATION = 8;

/** The nearest mean that a byte can hold. */
export function toMeanStep(mean: number): number {
  return Math.max(-127, Math.min(127, Math.round(mean * MEANS_PER_ONE))) / MEANS_PER_ONE;
}

/** The nearest deviation that a byte can hold. */
export function toDeviationStep(deviation: number): number {
  const step = Math.round(deviation * DEVIATIONS_PER_ONE);
  return Math.max(LEAST_DEVIATION, Math.min(255, step)) / DEVIATIONS_PER_ONE;
}
