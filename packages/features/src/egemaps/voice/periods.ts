/** How far a period may be from that of the pitch, relative to it. */
const SEARCH = 0.1;

/** How many periods of the signal must lie before the end of a frame's 10 ms. */
const LOOK_AHEAD = 2.25;

/** The least correlation of two periods that follow each other. */
const LEAST_CORRELATION = 0.5;

/** Perturbations of a voice's periods, a value a frame. */
export interface PeriodPerturbations {
  /** The mean step from one period's length to the next, relative to their mean. */
  readonly jitter: Float64Array;
  /** 1 and the mean step from one period's amplitude to the next, relative to it, in dB. */
  readonly shimmerDb: Float64Array;
}

/**
 * Jitter and shimmer. Periods are found one after the other, each by the lag at which the signal is
 * most like itself, within 10 % of the pitch's period. A frame has the periods that its first 10 ms
 * make complete; one that has none keeps the values of the frame before. Neither is more than 1.
 *
 * F. Eyben (2016): Real-time Speech and Music Classification by Large Audio Feature Space
 * Extraction, chapter 2.
 *
 * @param pitch Hz of each frame; 0 where unvoiced.
 */
export function periodPerturbations(
  samples: Float32Array | Float64Array,
  sampleRate: number,
  pitch: Float64Array,
  hop: number,
): PeriodPerturbations {
  const jitter = new Float64Array(pitch.length);
  const shimmerDb = new Float64Array(pitch.length);
  let start = 0;
  let lastPeriod = 0;
  for (let t = 0; t < pitch.length; t++) {
    if (pitch[t] === 0) {
      lastPeriod = 0;
      continue;
    }
    const expected = sampleRate / pitch[t];
    const length = Math.round(expected);
    const end = (t + 1) * hop;
    const restart = Math.max(0, Math.floor(end - expected));
    if (t === 0 || pitch[t - 1] === 0) start = restart;
    const lengths = { steps: 0, stepSum: 0, count: 0, sum: 0 };
    const swings = { stepSum: 0, sum: 0 };
    while (start + LOOK_AHEAD * expected <= end) {
      const { lag, correlation } = bestLag(samples, start, length, expected);
      if (correlation < LEAST_CORRELATION) {
        start = restart;
        break;
      }
      if (lastPeriod > 0) {
        lengths.steps++;
        lengths.stepSum += Math.abs(lag - lastPeriod);
      }
      lengths.count++;
      lengths.sum += lag;
      lastPeriod = lag;
      const step = Math.round(lag);
      const reach = swing(samples, start, step);
      const next = swing(samples, start + step, step);
      swings.stepSum += Math.abs(next - reach);
      swings.sum += (next + reach) / 2;
      start += step;
    }
    if (lengths.steps > 0) {
      jitter[t] = Math.min(1, lengths.stepSum / lengths.steps / (lengths.sum / lengths.count));
    } else if (lengths.count === 0 && t > 0) {
      jitter[t] = jitter[t - 1];
      shimmerDb[t] = shimmerDb[t - 1];
    }
    if (swings.sum > 0) shimmerDb[t] = 20 * Math.log10(1 + Math.min(1, swings.stepSum / swings.sum));
  }
  return { jitter, shimmerDb };
}

interface Lag {
  /** Samples, with a fraction. */
  readonly lag: number;
  readonly correlation: number;
}

/** The lag near `expected` at which a stretch of the signal is most like the next. */
function bestLag(
  samples: Float32Array | Float64Array,
  start: number,
  length: number,
  expected: number,
): Lag {
  const from = Math.floor(expected * (1 - SEARCH));
  const to = Math.ceil(expected * (1 + SEARCH));
  const found = new Float64Array(to - from + 1);
  let best = 0;
  for (let lag = from; lag <= to; lag++) {
    found[lag - from] = correlate(samples, start, length, lag);
    if (found[lag - from] > found[best]) best = lag - from;
  }
  const correlation = found[best];
  if (best === 0 || best === found.length - 1) return { lag: from + best, correlation };
  const [left, right] = [found[best - 1], found[best + 1]];
  const bend = left - 2 * correlation + right;
  const offset = bend === 0 ? 0 : (0.5 * (left - right)) / bend;
  return { lag: from + best + offset, correlation };
}

function correlate(
  samples: Float32Array | Float64Array,
  start: number,
  length: number,
  lag: number,
): number {
  let product = 0;
  let first = 0;
  let second = 0;
  let firstSum = 0;
  let secondSum = 0;
  const end = Math.min(start + length, samples.length - lag);
  for (let i = start; i < end; i++) {
    const [x, y] = [samples[i], samples[i + lag]];
    product += x * y;
    first += x * x;
    second += y * y;
    firstSum += x;
    secondSum += y;
  }
  const count = end - start;
  const energy = Math.sqrt(
    (first - (firstSum * firstSum) / count) * (second - (secondSum * secondSum) / count),
  );
  return energy > 0 ? (product - (firstSum * secondSum) / count) / energy : 0;
}

/** The greatest less the least of some samples. */
function swing(samples: Float32Array | Float64Array, start: number, length: number): number {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const end = Math.min(samples.length, start + length);
  for (let i = start; i < end; i++) {
    const value = samples[i];
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return greatest - least;
}
