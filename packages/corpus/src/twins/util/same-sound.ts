import { fingerprintOf } from '../fingerprint.ts';
import { compareAtLag, compareSounds, findLag } from './compare-sounds.ts';
import { fitLag } from './fit-lag.ts';
import { isSteady } from './is-steady.ts';
import { LOW_RATE } from './low-rate.ts';
import { type AnchorMatch, matchAnchors } from './match-anchors.ts';
import { withoutClick } from './without-click.ts';

/** Lags at which two sounds are compared, at most, and seconds between two of them, at least. */
const MOST_LAGS = 3;
const APART = 0.01;
/** From this similarity on two sounds are one. Takes have 0.2 at most, and copies 0.5 or more. */
const SAME = 0.4;
/** Short sounds may agree by chance, and have to agree more. */
const SAME_SHORT = 0.9;
/** Tones may lie close together, and have to agree in their phase from end to end. */
const SAME_STEADY = 0.99;
/** 90 dB below full scale: half of a step of 16 bits. */
const SILENCE = 3e-5;
/** Segments from which on a sound is not short. */
const ENOUGH_SEGMENTS = 6;

/** Whether two sounds at 8 kHz are one recording. */
export function isSameSound(a: Float32Array, b: Float32Array): boolean {
  return isSameAtAnchors(a, b, matchAnchors(fingerprintOf(a), fingerprintOf(b)));
}

/** Whether two sounds at 8 kHz are one recording, by these places, the likeliest first. */
export function isSameAtAnchors(
  a: Float32Array,
  b: Float32Array,
  matches: Iterable<AnchorMatch>,
): boolean {
  const lags: number[] = [];
  for (const anchors of matches) {
    const lag = anchors.b - anchors.a;
    if (lags.length === MOST_LAGS) return false;
    if (lags.some((other) => Math.abs(other - lag) < APART)) continue;
    lags.push(lag);
    const places = { a: anchors.a * LOW_RATE, b: anchors.b * LOW_RATE };
    const { similarity, segments } = compareSounds(a, b, places);
    if (similarity < (segments < ENOUGH_SEGMENTS ? SAME_SHORT : SAME)) continue;
    const whole = findLag(a, b, places);
    if (agreesBesideClick(a, b, whole) && agreesInPhase(a, b, whole)) return true;
  }
  return false;
}

/** Whether two sounds that agree at a lag do so without their clicks, too. */
function agreesBesideClick(a: Float32Array, b: Float32Array, lag: number): boolean {
  const [restA, restB] = [withoutClick(a), withoutClick(b)];
  if (!restA || !restB) return true;
  const { similarity, segments } = compareAtLag(restA, restB, lag);
  if (segments === 0 || isSilent(restA) || isSilent(restB))
    return isSilent(restA) && isSilent(restB);
  return similarity >= SAME;
}

/** Whether two sounds that agree at a lag do so in their phase, where both are steady. */
function agreesInPhase(a: Float32Array, b: Float32Array, lag: number): boolean {
  if (compareAtLag(a, fitLag(a, b, lag), 0).similarity >= SAME_STEADY) return true;
  // Last, for it takes longest.
  return !isSteady(a) || !isSteady(b);
}

/** Whether nothing is left of a sound but rounding. */
function isSilent(sound: Float32Array): boolean {
  return sound.every((sample) => Math.abs(sample) < SILENCE);
}
