/**
 * The coefficients `[1, a1, …]` of the filter that predicts a frame from its past, by its
 * autocorrelation (Levinson and Durbin); `null` for a frame of zeros.
 */
export function linearPrediction(frame: Float64Array, order: number): Float64Array | null {
  const lags = new Float64Array(order + 1);
  for (let lag = 0; lag <= order; lag++) {
    let sum = 0;
    for (let i = lag; i < frame.length; i++) sum += frame[i] * frame[i - lag];
    lags[lag] = sum;
  }
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
