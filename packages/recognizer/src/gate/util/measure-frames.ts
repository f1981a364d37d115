import type { Audio } from '../../audio/audio.ts';
import { decimate } from './decimate.ts';
import { flattenSpectrum } from './flatten-spectrum.ts';
import { highestSimilarity } from './highest-similarity.ts';

/** Seconds from one frame to the next. */
export const HOP_SECONDS = 0.02;
/** The shortest and the longest period of a voice, in seconds: 500 and 65 Hz. */
const SHORTEST_PERIOD = 1 / 500;
const LONGEST_PERIOD = 1 / 65;
/** Seconds that are compared with those a period later. */
const WINDOW_SECONDS = 0.025;
/** How many values past its frame the similarity may look at, and one for a hop's rounding. */
const BEYOND = 5;
/** What a frame of zeros has, as a power. */
const LEAST_POWER = 1e-20;

/** What is measured of each frame, and how long it is. */
export interface FrameMeasures {
  /** Mean square of the flattened signal in dB below full scale, at least -200. */
  readonly level: Float64Array;
  /** The highest similarity to itself a period later, in [-1, 1]; 0 in silence. */
  readonly periodicity: Float64Array;
  /** Seconds of one frame: some 40 ms. */
  readonly frameSeconds: number;
}

/** Measures a frame every 20 ms; what is shorter than a frame is one that ends in zeros. */
export function measureFrames(audio: Audio): FrameMeasures {
  const { samples, sampleRate } = decimate(audio.samples, audio.sampleRate);
  const shortest = Math.round(sampleRate * SHORTEST_PERIOD);
  const longest = Math.round(sampleRate * LONGEST_PERIOD);
  const window = Math.round(sampleRate * WINDOW_SECONDS);
  const frame = window + longest;
  const hop = sampleRate * HOP_SECONDS;
  const count = Math.max(1, Math.floor((samples.length - frame) / hop) + 1);
  // The similarities look at a few values beyond the last frame.
  const flat = flattenSpectrum(samples, Math.max(samples.length, frame) + BEYOND);
  const level = new Float64Array(count);
  const periodicity = new Float64Array(count);
  for (let f = 0; f < count; f++) {
    const start = Math.round(f * hop);
    let energy = 0;
    for (let t = start; t < start + frame; t++) energy += flat[t] * flat[t];
    level[f] = 10 * Math.log10(energy / frame + LEAST_POWER);
    periodicity[f] = highestSimilarity(flat, start, { window, shortest, longest });
  }
  return { level, periodicity, frameSeconds: frame / sampleRate };
}
