import { ModelError } from '../../model-error.ts';

/** How far off float32, and half floats of a GPU, may be from probabilities that add up to 1. */
const PROBABILITY_TOLERANCE = 0.01;

/**
 * Throws a ModelError `corrupt-model` unless each row of scores holds probabilities. They add up to
 * 1, but for those of a model with one output.
 */
export function checkScores(caller: string, scores: Float32Array, classes: number): void {
  const fail = (problem: string) =>
    new ModelError('corrupt-model', `${caller}: the scores must ${problem}`);
  if (!scores.every(Number.isFinite)) {
    throw fail('be finite; the weights of this model are damaged or training has diverged');
  }
  for (let start = 0; start < scores.length; start += classes) {
    const row = scores.subarray(start, start + classes);
    const sum = row.reduce((a, b) => a + b, 0);
    const isInRange = row.every(
      (value) => value >= -PROBABILITY_TOLERANCE && value <= 1 + PROBABILITY_TOLERANCE,
    );
    if (!isInRange || (classes > 1 && Math.abs(sum - 1) > PROBABILITY_TOLERANCE)) {
      const shown = Array.from(row.subarray(0, 3), (value) => value.toFixed(3)).join(', ');
      throw fail(
        `be probabilities that add up to 1, got ${shown}${classes > 3 ? ', …' : ''} ` +
          `(sum ${sum.toFixed(3)}); the model must end in a softmax`,
      );
    }
  }
}
