import { type Audio, resample } from '@ser/features';

/** Hz. At a low rate the search takes little time. */
const RATE = 2000;
/** Seconds that are looked for. */
const PART = 1;

/**
 * How alike a recording is to what was played again and again: the correlation of its middle second
 * with the played sound, where that is highest.
 */
export function correlation(recorded: Audio, played: Audio): number {
  const low = ({ samples, sampleRate }: Audio) =>
    Float64Array.from(resample(samples, { origSr: sampleRate, targetSr: RATE }));
  const found = low(recorded);
  const once = low(played);
  const loop = Float64Array.from([...once, ...once]);
  const middle = Math.floor((found.length - PART * RATE) / 2);
  const part = found.subarray(middle, middle + PART * RATE);
  let own = 0;
  for (const value of part) own += value * value;
  let best = 0;
  for (let lag = 0; lag < once.length; lag++) {
    let [product, other] = [0, Number.MIN_VALUE];
    for (let i = 0; i < part.length; i++) {
      const value = loop[lag + i];
      product += part[i] * value;
      other += value * value;
    }
    best = Math.max(best, product / Math.sqrt(own * other));
  }
  return best;
}
