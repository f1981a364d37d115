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

/** The best match of the surroundings of `time`, `width` seconds long, at a shift between two. */
export function bestMatch(
  { samples, step }: Sound,
  time: number,
  width: number,
  nearest: number,
  farthest: number,
): Match {
  const first = Math.round((time - 0.5 * width - 0.5 * step) / step);
  const end = Math.round((time + 0.5 * width - 0.5 * step) / step);
  const from = Math.floor((time + nearest - 0.5 * width - 0.5 * step) / step);
  const to = Math.ceil((time + farthest - 0.5 * width - 0.5 * step) / step);
  const length = end - first + 1;
  let similarity = -1;
  let place = 0;
  let before = 0;
  let here = 0;
  let peak = 0;
  let bestBefore = 0;
  let bestAfter = 0;
  for (let at = from; at <= to; at++) {
    let product = 0;
    let energy = 0;
    let energyThere = 0;
    let peakThere = 0;
    for (let i = 0; i < length; i++) {
      if (first + i < 0 || first + i >= samples.length) continue;
      if (at + i < 0 || at + i >= samples.length) continue;
      const x = samples[first + i];
      const y = samples[at + i];
      product += x * y;
      energy += x * x;
      energyThere += y * y;
      if (Math.abs(y) > peakThere) peakThere = Math.abs(y);
    }
    const after = product === 0 ? 0 : product / Math.sqrt(energy * energyThere);
    if (here > similarity && here >= before && here >= after) {
      similarity = here;
      place = at - 1;
      bestBefore = before;
      bestAfter = after;
      peak = peakThere;
    }
    before = here;
    here = after;
  }
  if (similarity > -1) {
    const curve = 2 * similarity - bestBefore - bestAfter;
    if (curve !== 0) {
      const slope = 0.5 * (bestAfter - bestBefore);
      similarity += (0.5 * slope * slope) / curve;
      place += slope / curve;
    }
  }
  return { time: time + (place - first) * step, similarity, peak };
}
