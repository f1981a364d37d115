import { fingerprintOf } from '../fingerprint.ts';
import { compareSounds } from './compare-sounds.ts';
import { LOW_RATE } from './low-rate.ts';
import { matchAnchors } from './match-anchors.ts';

/** Lags at which two sounds are compared, at most, and seconds between two of them, at least. */
const MOST_LAGS = 3;
const APART = 0.01;
/** From this similarity on two sounds are one. Takes have 0.2 at most, and copies 0.5 or more. */
const SAME = 0.4;
/** Short sounds may agree by chance, and have to agree more. */
const SAME_SHORT = 0.9;
/** Segments from which on a sound is not short. */
const ENOUGH_SEGMENTS = 6;

/** Whether two sounds at 8 kHz are one recording. */
export function isSameSound(a: Float32Array, b: Float32Array): boolean {
  const lags: number[] = [];
  for (const anchors of matchAnchors(fingerprintOf(a), fingerprintOf(b))) {
    const lag = anchors.b - anchors.a;
    if (lags.length === MOST_LAGS) return false;
    if (lags.some((other) => Math.abs(other - lag) < APART)) continue;
    lags.push(lag);
    const places = { a: anchors.a * LOW_RATE, b: anchors.b * LOW_RATE };
    const { similarity, segments } = compareSounds(a, b, places);
    if (similarity >= (segments < ENOUGH_SEGMENTS ? SAME_SHORT : SAME)) return true;
  }
  return false;
}
