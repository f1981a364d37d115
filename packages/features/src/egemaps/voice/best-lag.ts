import { dotProducts } from './dot-products.ts';
import { parabola } from './parabola.ts';

/** The least spread of a stretch of 16-bit samples that is not constant. */
const LEAST_SPREAD = 1e-10;

let room = new Float64Array(0);

/** A lag at which a stretch of a signal is like the next. */
export interface Lag {
  /** Samples, with a fraction. */
  readonly lag: number;
  /** Of Pearson, in [-1, 1]. */
  readonly correlation: number;
}

/**
 * The lag at which as many samples from `start` on are most like as many after them: the greatest
 * local maximum of their correlation inside the range. null where it has none. A constant stretch
 * correlates with nothing.
 */
export function bestLag(
  samples: Float32Array | Float64Array,
  start: number,
  from: number,
  to: number,
): Lag | null {
  const count = to - from + 1;
  if (room.length < count) room = new Float64Array(2 * count);
  const found = room.subarray(0, count);
  correlate(samples, start, from, found);
  let best = -1;
  for (let i = 1; i < count - 1; i++) {
    const value = found[i];
    if (!(value > found[i - 1] && value >= found[i + 1])) continue;
    if (best < 0 || value > found[best]) best = i;
  }
  if (best < 0) return null;
  const { value, offset } = parabola(found, best);
  return { lag: from + best + offset, correlation: value };
}

/** Fills `found` with the correlation at each lag from `from` on; NaN of a constant stretch. */
function correlate(
  samples: Float32Array | Float64Array,
  start: number,
  from: number,
  found: Float64Array,
): void {
  dotProducts(samples, start, from, found);
  let sum = 0;
  let energy = 0;
  let nextSum = 0;
  let nextEnergy = 0;
  for (let i = start; i < start + from; i++) {
    sum += samples[i];
    energy += samples[i] * samples[i];
    nextSum += samples[i + from];
    nextEnergy += samples[i + from] * samples[i + from];
  }
  for (let i = 0, lag = from; i < found.length; i++, lag++) {
    const spread = energy - (sum * sum) / lag;
    const nextSpread = nextEnergy - (nextSum * nextSum) / lag;
    const product = found[i] - (sum * nextSum) / lag;
    const isConstant = spread < LEAST_SPREAD || nextSpread < LEAST_SPREAD;
    found[i] = isConstant ? Number.NaN : product / Math.sqrt(spread * nextSpread);
    const passed = samples[start + lag];
    const first = samples[start + 2 * lag];
    const second = samples[start + 2 * lag + 1];
    sum += passed;
    energy += passed * passed;
    nextSum += first + second - passed;
    nextEnergy += first * first + second * second - passed * passed;
  }
}
