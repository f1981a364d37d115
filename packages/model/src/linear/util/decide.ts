/**
 * The logits of one example, in float64.
 *
 * @param x What the layer sees, `[features]`.
 * @param kernel Row-major `[features, classes]`.
 * @param bias `[classes]`.
 * @returns `[classes]`.
 */
export function decide(x: Float32Array, kernel: Float32Array, bias: Float32Array): Float64Array {
  const features = x.length;
  const classes = bias.length;
  const logits = new Float64Array(classes);
  for (let c = 0; c < classes; c++) {
    let sum = bias[c];
    for (let i = 0, at = c; i < features; i++, at += classes) sum += x[i] * kernel[at];
    logits[c] = sum;
  }
  return logits;
}
