/** How many lags {@link fourDots} takes. */
const LAGS = 4;

/**
 * For each lag from `from` on the product of as many samples from `start` on with those after them:
 * `out[i]` is the sum of `samples[start + k] * samples[start + lag + k]`, k below the lag.
 */
export function dotProducts(
  samples: Float32Array | Float64Array,
  start: number,
  from: number,
  out: Float64Array,
): void {
  let i = 0;
  for (; i + LAGS <= out.length; i += LAGS) fourDots(samples, start, from + i, out, i);
  for (; i < out.length; i++) out[i] = rest(samples, start, from + i, 0, 0, 0);
}

/** Four lags at once, which read each sample once for all of them. */
function fourDots(
  samples: Float32Array | Float64Array,
  start: number,
  lag: number,
  out: Float64Array,
  at: number,
): void {
  // Sums of even places, and of odd ones.
  let even0 = 0;
  let even1 = 0;
  let even2 = 0;
  let even3 = 0;
  let odd0 = 0;
  let odd1 = 0;
  let odd2 = 0;
  let odd3 = 0;
  const second = start + lag;
  const end = lag - (lag % 2);
  let s0 = samples[second];
  let s1 = samples[second + 1];
  let s2 = samples[second + 2];
  for (let k = 0; k < end; k += 2) {
    const x0 = samples[start + k];
    const x1 = samples[start + k + 1];
    const s3 = samples[second + k + 3];
    const s4 = samples[second + k + 4];
    even0 += x0 * s0;
    odd0 += x1 * s1;
    even1 += x0 * s1;
    odd1 += x1 * s2;
    even2 += x0 * s2;
    odd2 += x1 * s3;
    even3 += x0 * s3;
    odd3 += x1 * s4;
    s0 = s2;
    s1 = s3;
    s2 = s4;
  }
  out[at] = rest(samples, start, lag, end, even0, odd0);
  out[at + 1] = rest(samples, start, lag + 1, end, even1, odd1);
  out[at + 2] = rest(samples, start, lag + 2, end, even2, odd2);
  out[at + 3] = rest(samples, start, lag + 3, end, even3, odd3);
}

/** The product of a lag from an even place on, added to what the sums of those before it are. */
function rest(
  samples: Float32Array | Float64Array,
  start: number,
  lag: number,
  from: number,
  even: number,
  odd: number,
): number {
  let k = from;
  for (; k + 1 < lag; k += 2) {
    even += samples[start + k] * samples[start + lag + k];
    odd += samples[start + k + 1] * samples[start + lag + k + 1];
  }
  if (k < lag) even += samples[start + k] * samples[start + lag + k];
  return even + odd;
}
