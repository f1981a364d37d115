import { ModelError } from './model-error.ts';

/**
 * One-hot rows, as Keras' `to_categorical`.
 *
 * @param y class index of each example
 * @returns row-major `[examples, classes]`
 */
export function oneHot(y: ArrayLike<number>, classes: number): Float32Array {
  const rows = new Float32Array(y.length * classes);
  for (let i = 0; i < y.length; i++) {
    if (!(Number.isInteger(y[i]) && y[i] >= 0 && y[i] < classes)) {
      throw new ModelError(
        'argument',
        `oneHot: \`y[${i}]\` must be a whole number in [0, ${classes}), got ${y[i]}`,
      );
    }
    rows[i * classes + y[i]] = 1;
  }
  return rows;
}
