/**
 * The mean of each value and of `radius` neighbours on both sides, taken `times` times. Zeros stand
 * beyond both ends.
 */
export function smooth(values: Float64Array, radius: number, times: number): Float64Array {
  let means = values;
  for (let time = 0; time < times; time++) {
    const before = means;
    means = new Float64Array(values.length);
    for (let i = 0; i < means.length; i++) {
      const end = Math.min(before.length, i + radius + 1);
      let sum = 0;
      // No running sum: behind a loud sound its rounding errors would stay.
      for (let k = Math.max(0, i - radius); k < end; k++) sum += before[k];
      means[i] = sum / (2 * radius + 1);
    }
  }
  return means;
}
