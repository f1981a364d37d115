import * as tf from '@tensorflow/tfjs-core';

/**
 * The elements of symmetric matrices beside the diagonal, each pair once: for every `i` those
 * with `i + 1`, `i + 2` and so on up to less than half way around, where indices wrap around; then,
 * of an even size, those half way.
 *
 * Slices and reshapes do it, which every backend has with gradients; a gather is not such.
 *
 * @param matrices `[batch, size, size]`, `size` at least 2.
 * @returns `[batch, size · (size − 1) / 2]`.
 */
export function unorderedPairs(matrices: tf.Tensor3D): tf.Tensor2D {
  return tf.tidy(() => {
    const [batch, size] = matrices.shape;
    const twice = tf.reshape(tf.concat([matrices, matrices], 2), [batch, 2 * size * size]);
    // Rows that are one longer than they were: row i begins at element (i, i).
    const longer = tf.concat([twice, tf.zeros([batch, size])], 1);
    const skewed = tf.reshape(longer, [batch, size, 2 * size + 1]);
    const whole = Math.floor((size - 1) / 2);
    const parts = [];
    if (whole > 0) {
      const square = tf.slice(skewed, [0, 0, 1], [batch, size, whole]);
      parts.push(tf.reshape(square, [batch, size * whole]));
    }
    if (size % 2 === 0) {
      const half = tf.slice(skewed, [0, 0, size / 2], [batch, size / 2, 1]);
      parts.push(tf.reshape(half, [batch, size / 2]));
    }
    return tf.concat(parts, 1) as tf.Tensor2D;
  });
}
