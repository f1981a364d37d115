import { melFrequencies } from '@ser/features';
import type { Stretch } from './without-part.ts';

/** Seconds of a part of the time, about a syllable. */
const SYLLABLE = 0.2;
const MOST_TIMES = 24;
const BANDS = 8;

/** The time of a sound in equal parts, each about a syllable or longer. */
export function timeStretches(duration: number): Stretch[] {
  const count = Math.max(1, Math.min(MOST_TIMES, Math.round(duration / SYLLABLE)));
  return Array.from({ length: count }, (_, i) => ({
    start: (duration * i) / count,
    end: (duration * (i + 1)) / count,
  }));
}

/** The model's frequencies, 50 Hz to 8 kHz, in bands that are equally wide on the mel scale. */
export function bandStretches(): Stretch[] {
  const edges = melFrequencies(BANDS + 1, { fMin: 50, fMax: 8000, htk: true });
  return Array.from({ length: BANDS }, (_, i) => ({ start: edges[i], end: edges[i + 1] }));
}
