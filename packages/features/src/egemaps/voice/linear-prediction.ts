/**
 * The coefficients `[1, a1, …]` of the filter that predicts a frame from its past, by its
 * autocorrelation (Levinson and Durbin); `null` for a frame of zeros.
 */
export function linearPrediction(frame: Float64Array, order: number): Float64Array | null {
  const lags = autocorrelation(frame, order);
  let error = lags[0];
  if (!(error > 0)) return null;
  const filter = new Float64Array(order + 1);
  const before = new Float64Array(order + 1);
  filter[0] = 1;
  for (let i = 1; i <= order; i++) {
    let sum = 0;
    for (let j = 0; j < i; j++) sum += filter[j] * lags[i - j];
    const reflection = -sum / error;
    before.set(filter);
    for (let j = 1; j <= i; j++) filter[j] = before[j] + reflection * before[i - j];
    error *= 1 - reflection * reflection;
    if (!(error > 0)) break;
  }
  return filter;
}

/** The lags from 0 to `order`, and up to three more. */
function autocorrelation(frame: Float64Array, order: number): Float64Array {
  const lags = new Float64Array(4 * Math.ceil((order + 1) / 4));
  const { length } = lags;
  // Zeros before the frame stand for what is not there.
  const padded = new Float64Array(length + frame.length);
  padded.set(frame, length);
  // Four sums at a time: one alone waits for each of its additions.
  for (let lag = 0; lag < length; lag += 4) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let i = length; i < padded.length; i++) {
      const value = padded[i];
      const at = i - lag;
      a += value * padded[at];
      b += value * padded[at - 1];
      c += value * padded[at - 2];
      d += value * padded[at - 3];
    }
    lags[lag] = a;
    lags[lag + 1] = b;
    lags[lag + 2] = c;
    lags[lag + 3] = d;
  }
  return lags;
}
