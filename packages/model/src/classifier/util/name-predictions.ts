import { argMax } from '../../util/arg-max.ts';
import type { Prediction } from '../prediction.ts';

/**
 * Rows of scores under their labels.
 *
 * @param scores Row-major `[examples, labels]`.
 */
export function namePredictions(labels: readonly string[], scores: Float32Array): Prediction[] {
  const classes = labels.length;
  return Array.from({ length: scores.length / classes }, (_, i) => {
    const row = scores.subarray(i * classes, (i + 1) * classes);
    return {
      label: labels[argMax(scores, i, classes)],
      // Own properties, of a label such as `__proto__` too.
      scores: Object.fromEntries(labels.map((label, j) => [label, row[j]])),
    };
  });
}
