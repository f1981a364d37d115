import { bestLag } from './best-lag.ts';

/** How far a period may be from that of the pitch, relative to it. */
const SEARCH = 0.1;

/** How many samples must lie in a frame's 10 ms after two of the longest periods. */
const LOOK_AHEAD = 4;

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
 * Jitter and shimmer. Periods are found one after the other from where the voice sets in, each by
 * the lag at which the signal is most like itself, within 10 % of the pitch's period. A frame has
 * those that fit in before its first 10 ms end, and one at least; the next goes on where they end.
 * Only periods that correlate by 0.5 with what follows count. A frame that has none keeps the
 * values of the frame before. Neither is more than 1 before it is in dB.
 *
 * F. Eyben (2016): Real-time Speech and Music Classification by Large Audio Feature Space
 * Extraction, chapter 2. What it leaves open is as openSMILE's output shows it.
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
  let before = 0;
  for (let t = 0; t < pitch.length; t++) {
    if (pitch[t] === 0) continue;
    const isOnset = t === 0 || pitch[t - 1] === 0;
    if (isOnset) {
      start = t * hop;
      before = 0;
    }
    const expected = sampleRate / pitch[t];
    const end = (t + 1) * hop;
    const steps = { count: 0, sum: 0 };
    const lengths = { count: 0, sum: 0 };
    const swings = { step: 0, sum: 0 };
    const longest = Math.floor(expected * (1 + SEARCH));
    do {
      const found = bestLag(samples, start, Math.floor(expected * (1 - SEARCH)), longest);
      const length = Math.round(found === null ? expected : found.lag);
      if (found !== null && found.correlation >= LEAST_CORRELATION) {
        if (before > 0) {
          steps.count++;
          steps.sum += Math.abs(found.lag - before);
        }
        before = found.lag;
        lengths.count++;
        lengths.sum += before;
        const first = swing(samples, start, length);
        const second = swing(samples, start + length, length);
        swings.step += Math.abs(second - first);
        swings.sum += (first + second) / 2;
      }
      if (start + length > end) break;
      start += length;
    } while (start + 2 * longest + LOOK_AHEAD <= end);
    if (steps.count > 0) {
      jitter[t] = Math.min(1, steps.sum / steps.count / (lengths.sum / lengths.count));
    } else if (!isOnset) jitter[t] = jitter[t - 1];
    if (swings.sum > 0) {
      shimmerDb[t] = 20 * Math.log10(1 + Math.min(1, swings.step / swings.sum));
    } else if (!isOnset) shimmerDb[t] = shimmerDb[t - 1];
  }
  return { jitter, shimmerDb };
}

/** The greatest less the least of some samples but the first and the last. */
function swing(samples: Float32Array | Float64Array, start: number, length: number): number {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const end = Math.min(samples.length, start + length - 1);
  for (let i = start + 1; i < end; i++) {
    const value = samples[i];
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return Math.max(0, greatest - least);
}
