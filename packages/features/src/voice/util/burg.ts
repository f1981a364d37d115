/**
 * Linear prediction by J. Burg's method (1967): the coefficients that predict a sample from those
 * before it, both forward and backward, with the least error.
 *
 * @param out Receives the coefficients: x[t] ≈ Σ out[k] x[t - 1 - k].
 */
export function burg(values: Float64Array, count: number, out: Float64Array): void {
  const order = out.length;
  out.fill(0);
  const forward = Float64Array.from(values.subarray(0, count));
  const backward = Float64Array.from(values.subarray(0, count));
  const before = new Float64Array(order);
  for (let k = 0; k < order && k + 1 < count; k++) {
    let product = 0;
    let energy = 0;
    for (let t = k + 1; t < count; t++) {
      product += forward[t] * backward[t - 1];
      energy += forward[t] * forward[t] + backward[t - 1] * backward[t - 1];
    }
    if (!(energy > 0)) return;
    const reflection = (2 * product) / energy;
    before.set(out);
    out[k] = reflection;
    for (let i = 0; i < k; i++) out[i] = before[i] - reflection * before[k - 1 - i];
    for (let t = count - 1; t > k; t--) {
      const f = forward[t];
      const b = backward[t - 1];
      forward[t] = f - reflection * b;
      backward[t] = b - reflection * f;
    }
  }
}
