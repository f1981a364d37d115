import { strongestCandidate } from './candidates.ts';
import type { Correlator } from './correlation.ts';
import { type FrameGrid, frameGrid } from './frame-grid.ts';
import { globalPeak, type Sound } from './sound.ts';

/** The harmonicity of a silent frame in dB. */
const SILENCE = -200;

/** How far from 0 dB a frame may be where its peak is all but 0 or 1. */
const LIMIT = 150;

/** The most candidates of a frame, unless the ceiling is more times as high as the floor. */
const MOST = 15;

/** How near to 0 or 1 that is. */
const CLOSE = 1e-15;

export interface FindHarmonicityOptions {
  readonly pitchFloor: number;
  readonly timeStep: number;
  readonly silenceThreshold: number;
}

/**
 * The harmonics-to-noise ratio of each frame in dB: 10 log₁₀(r / (1 - r)) of its highest peak r, as
 * P. Boersma (1993) derives it; {@link SILENCE} where that is unvoiced.
 */
export function findHarmonicity(
  sound: Sound,
  correlator: Correlator,
  options: FindHarmonicityOptions,
): { grid: FrameGrid; values: Float64Array } {
  const { pitchFloor, timeStep, silenceThreshold } = options;
  const { sampleRate } = sound;
  const grid = frameGrid(sound, correlator.frame, timeStep);
  const peak = globalPeak(sound);
  const ceiling = 0.5 * sampleRate;
  const most = Math.max(MOST, Math.floor(ceiling / pitchFloor));
  const peaks = {
    sampleRate,
    ceiling,
    most,
    floor: pitchFloor,
    octaveCost: 0,
    least: 0,
    deep: true,
  };
  const values = new Float64Array(grid.count).fill(SILENCE);
  for (let t = 0; t < grid.count; t++) {
    // Up to this loudness a frame is unvoiced, however high its correlation is.
    const silent = silenceThreshold * peak;
    const height = correlator.correlate(grid.start + t * grid.step, silent);
    if (height <= silent) continue;
    const unvoiced = Math.max(0, 2 - height / silent);
    const r = strongestCandidate(correlator, peaks);
    if (r > unvoiced) values[t] = decibels(r);
  }
  return { grid, values };
}

/** The ratio in dB of the energy that repeats itself to the rest, from the height of a peak. */
export function decibels(r: number): number {
  if (r <= CLOSE) return -LIMIT;
  if (r > 1 - CLOSE) return LIMIT;
  return 10 * Math.log10(r / (1 - r));
}

/** The mean of the frames that are not silent, NaN where all are. */
export function meanHarmonicity(values: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (const value of values) {
    if (value === SILENCE) continue;
    sum += value;
    count++;
  }
  return sum / count;
}
