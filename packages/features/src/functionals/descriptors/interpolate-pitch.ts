import type { Mask } from '../masks.ts';

/** A pitch over all frames: linear between voiced ones, held before the first and after the last. */
export function interpolatePitch(pitch: Float64Array, voiced: Mask): Float64Array {
  const result = new Float64Array(pitch.length);
  let before = -1;
  for (let t = 0; t < pitch.length; t++) {
    if (!voiced[t]) continue;
    const slope = before < 0 ? 0 : (pitch[t] - pitch[before]) / (t - before);
    for (let i = before + 1; i < t; i++) {
      result[i] = before < 0 ? pitch[t] : slope * (i - before) + pitch[before];
    }
    result[t] = pitch[t];
    before = t;
  }
  if (before >= 0) result.fill(pitch[before], before + 1);
  return result;
}
