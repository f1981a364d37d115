import { type Audio, resample } from '@ser/features';

/** Hz. At a low rate the search takes little time. */
const RATE = 2000;
/** So alike that no other part is looked at. */
const ALIKE = 0.95;
/** Seconds of a part that is looked for. A busy machine loses some samples between two. */
const PART = 0.4;

/**
 * How alike a recording is to what was played again and again: the correlation of a part of it with
 * the played sound, of the part and at the place where it is highest.
 */
export function correlation(recorded: Audio, played: Audio): number {
  const low = ({ samples, sampleRate }: Audio) =>
    Float64Array.from(resample(samples, { origSr: sampleRate, targetSr: RATE }));
  const found = low(recorded);
  const once = low(played);
  const loop = Float64Array.from([...once, ...once]);
  const size = PART * RATE;
  let best = 0;
  for (let at = 0; at + size <= found.length && best < ALIKE; at += size) {
    for (let lag = 0; lag < once.length; lag++) {
      let [product, own, other] = [0, 0, 0];
      for (let i = 0; i < size; i++) {
        const [a, b] = [found[at + i], loop[lag + i]];
        product += a * b;
        own += a * a;
        other += b * b;
      }
      if (own > 0 && other > 0) best = Math.max(best, product / Math.sqrt(own * other));
    }
  }
  return best;
}
