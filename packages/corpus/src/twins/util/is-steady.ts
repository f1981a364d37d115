import { compareAtLag } from './compare-sounds.ts';
import { LOW_RATE } from './low-rate.ts';

/** Samples between which a sound is compared with itself, 40 and 60 ms: the periods of voices. */
const FIRST: number = LOW_RATE / 25;
const LAST: number = (6 * LOW_RATE) / 100;
/** From this similarity to itself on a sound is steady. Speech has less. */
const STEADY = 0.4;

/**
 * Whether a sound at 8 kHz goes on as it was, as a tone or a hum does: shifted by some lag from 40
 * to 60 ms it agrees with itself as copies of a voice do. Two such sounds that agree may be two
 * tones that lie close together.
 */
export function isSteady(sound: Float32Array): boolean {
  for (let lag = FIRST; lag <= LAST; lag++) {
    if (compareAtLag(sound, sound, lag).similarity >= STEADY) return true;
  }
  return false;
}
