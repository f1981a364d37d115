import type { Sound } from './sound.ts';

/** Where a sound is most similar to itself around another time. */
export interface Match {
  /** Seconds. */
  readonly time: number;
  /** The highest peak of the normalised cross-correlation, -1 where it has none. */
  readonly similarity: number;
  /** The greatest magnitude of the samples there. */
  readonly peak: number;
}

/**
 * The best match of the surroundings of `time`, `width` seconds long, at a shift from `nearest` to
 * `farthest`. A shift at the start of the range may be the best one; the place between samples is
 * that of a parabola.
 */
export function bestMatch(
  { samples, start, step }: Sound,
  time: number,
  width: number,
  nearest: number,
  farthest: number,
): Match {
  const first = Math.round((time - 0.5 * width - start) / step);
  const last = Math.round((time + 0.5 * width - start) / step);
  const from = Math.floor((time + nearest - 0.5 * width - start) / step);
  const to = Math.ceil((time + farthest - 0.5 * width - start) / step);
  const length = last - first + 1;
  let similarity = -1;
  let place = 0;
  let before = 0;
  let here = 0;
  let bestBefore = 0;
  let bestAfter = 0;
  for (let at = from; at <= to; at++) {
    const after = similarityOf(samples, first, at, length);
    if (here > similarity && here >= before && here >= after) {
      similarity = here;
      place = at - 1;
      bestBefore = before;
      bestAfter = after;
    }
    before = here;
    here = after;
  }
  if (similarity === -1) return { time, similarity, peak: 0 };
  const peak = peakOf(samples, place + 1, length);
  const curve = 2 * similarity - bestBefore - bestAfter;
  if (curve !== 0) {
    const slope = 0.5 * (bestAfter - bestBefore);
    similarity += (0.5 * slope * slope) / curve;
    place += slope / curve;
  }
  return { time: time + (place - first) * step, similarity, peak };
}

/** The normalised correlation of two stretches, as far as both lie within the samples. */
function similarityOf(samples: Float64Array, first: number, at: number, length: number): number {
  const from = Math.max(0, -first, -at);
  const to = Math.min(length, samples.length - first, samples.length - at);
  let product = 0;
  let energy = 0;
  let energyThere = 0;
  for (let i = first + from, j = at + from, end = first + to; i < end; i++, j++) {
    const x = samples[i];
    const y = samples[j];
    product += x * y;
    energy += x * x;
    energyThere += y * y;
  }
  return product === 0 ? 0 : product / Math.sqrt(energy * energyThere);
}

function peakOf(samples: Float64Array, at: number, length: number): number {
  const end = Math.min(samples.length, at + length);
  let peak = 0;
  for (let i = Math.max(0, at); i < end; i++) peak = Math.max(peak, Math.abs(samples[i]));
  return peak;
}
