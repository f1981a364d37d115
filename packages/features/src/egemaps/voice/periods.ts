import { parabola } from './parabola.ts';

/** How far a period may be from that of the pitch, relative to it. */
const SEARCH = 0.1;

/** How many periods of the signal must lie before the end of a frame's 10 ms. */
const LOOK_AHEAD = 2 * (1 + SEARCH);

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
    if (swings.sum > 0)
      shimmerDb[t] = 20 * Math.log10(1 + Math.min(1, swings.stepSum / swings.sum));
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
  const to = Math.min(Math.ceil(expected * (1 + SEARCH)), samples.length - start - length);
  const found = new Float64Array(Math.max(1, to - from + 1));
  let sum = 0;
  let energy = 0;
  let nextSum = 0;
  let nextEnergy = 0;
  for (let i = start; i < start + length; i++) {
    sum += samples[i];
    energy += samples[i] * samples[i];
    nextSum += samples[i + from];
    nextEnergy += samples[i + from] * samples[i + from];
  }
  let best = 0;
  for (let lag = from; lag <= to; lag++) {
    const spread = (energy - (sum * sum) / length) * (nextEnergy - (nextSum * nextSum) / length);
    const product = dot(samples, start, start + lag, length) - (sum * nextSum) / length;
    found[lag - from] = spread > 0 ? product / Math.sqrt(spread) : 0;
    if (found[lag - from] > found[best]) best = lag - from;
    const gone = samples[start + lag];
    const come = start + lag + length < samples.length ? samples[start + lag + length] : 0;
    nextSum += come - gone;
    nextEnergy += come * come - gone * gone;
  }
  const correlation = found[best];
  if (best === 0 || best === found.length - 1) return { lag: from + best, correlation };
  const { offset } = parabola(found, best);
  return { lag: from + best + offset, correlation };
}

function dot(
  samples: Float32Array | Float64Array,
  first: number,
  second: number,
  length: number,
): number {
  let a = 0;
  let b = 0;
  let i = 0;
  for (; i + 1 < length; i += 2) {
    a += samples[first + i] * samples[second + i];
    b += samples[first + i + 1] * samples[second + i + 1];
  }
  if (i < length) a += samples[first + i] * samples[second + i];
  return a + b;
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
