/**
 * The value of a band-limited signal between its samples: the sinc interpolation of P. Boersma,
 * "Accurate short-term analysis of the fundamental frequency and the harmonics-to-noise ratio of a
 * sampled sound" (1993), under a raised cosine that reaches zero one sample beyond `depth` samples
 * on each side. Near an end both sides are as short as the shorter one; where that is
 * two samples or one, the value is that of a cubic polynomial or of a line.
 *
 * @param at The position in samples, within the signal.
 */
export function interpolateSinc(values: Float64Array, at: number, depth: number): number {
  const count = values.length;
  const left = Math.floor(at);
  if (left < 0) return values[0];
  if (left >= count - 1) return values[count - 1];
  const fraction = at - left;
  if (fraction === 0) return values[left];
  const reach = Math.min(depth, left + 1, count - 1 - left);
  if (reach === 1) return values[left] + fraction * (values[left + 1] - values[left]);
  if (reach === 2) return cubic(values, left, fraction);
  // The sine is the same from either neighbour, and exact from the nearer one.
  const sine = Math.sin(Math.PI * Math.min(fraction, 1 - fraction)) / Math.PI;
  return sine * sides(values, left, fraction, reach);
}

/** The cubic polynomial with the slopes of the samples' neighbours. */
function cubic(values: Float64Array, left: number, fraction: number): number {
  const from = values[left];
  const to = values[left + 1];
  const slopeFrom = 0.5 * (to - values[left - 1]);
  const slopeTo = 0.5 * (values[left + 2] - from);
  const rise = to - from;
  const curve = 3 * rise - 2 * slopeFrom - slopeTo;
  const twist = slopeFrom + slopeTo - 2 * rise;
  return from + fraction * (slopeFrom + fraction * (curve + fraction * twist));
}

/**
 * The sum over both sides, without the sine that all terms share. The sides are added up beside each
 * other, since each waits for its own cosines.
 */
function sides(values: Float64Array, left: number, fraction: number, reach: number): number {
  let d = fraction;
  let e = 1 - fraction;
  // cos(angle · d) for d = distance, distance + 1, … by the recurrence of Chebyshev.
  const angle = Math.PI / (d + reach);
  const twice = 2 * Math.cos(angle);
  let before = Math.cos(angle * (d - 1));
  let cosine = Math.cos(angle * d);
  const otherAngle = Math.PI / (e + reach);
  const otherTwice = 2 * Math.cos(otherAngle);
  let otherBefore = Math.cos(otherAngle * (e - 1));
  let otherCosine = Math.cos(otherAngle * e);
  let sum = 0;
  let otherSum = 0;
  let sign = 1;
  for (let k = 0, i = left, j = left + 1; k < reach; k++, i--, j++, d++, e++) {
    sum += (sign * values[i] * (0.5 + 0.5 * cosine)) / d;
    otherSum += (sign * values[j] * (0.5 + 0.5 * otherCosine)) / e;
    const after = twice * cosine - before;
    const otherAfter = otherTwice * otherCosine - otherBefore;
    before = cosine;
    cosine = after;
    otherBefore = otherCosine;
    otherCosine = otherAfter;
    sign = -sign;
  }
  return sum + otherSum;
}
