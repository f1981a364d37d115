/**
 * The logits of one example, in float64.
 *
 * @param x What the layer sees, `[features]`.
 * @param kernel Row-major `[features, classes]`.
 * @param bias `[classes]`.
 * @returns `[classes]`.
 */
export function decide(x: Float32Array, kernel: Float32Array, bias: Float32Array): Float64Array {
  const classes = bias.length;
  const logits = Float64Array.from(bias);
  let at = 0;
  for (let i = 0; i < x.length; i++) {
    const value = x[i];
    for (let c = 0; c < classes; c++) logits[c] += value * kernel[at++];
  }
  return logits;
}
