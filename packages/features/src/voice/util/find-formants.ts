import { burg } from './burg.ts';
import { type FrameGrid, formantGrid } from './frame-grid.ts';
import { polynomialRoots } from './polynomial-roots.ts';
import { resampleSound } from './resample-sound.ts';
import { indexBefore, type Sound } from './sound.ts';
import { gaussianWindow } from './windows.ts';

/** Formants nearer than this to 0 Hz or to the ceiling are none. */
const MARGIN = 50;

export interface FindFormantsOptions {
  readonly timeStep: number;
  readonly maxFormants: number;
  readonly ceiling: number;
  readonly windowLength: number;
  readonly preEmphasisFrom: number;
}

/** Formants of each frame, frames first, NaN where there is none. */
export interface FormantTracks {
  readonly grid: FrameGrid;
  /** Formants a frame. */
  readonly most: number;
  readonly frequency: Float64Array;
  readonly bandwidth: Float64Array;
}

/** Formants by linear prediction; Praat's manual, "Sound: To Formant (burg)...". */
export function findFormants(original: Sound, options: FindFormantsOptions): FormantTracks {
  const { timeStep, maxFormants, ceiling, windowLength, preEmphasisFrom } = options;
  const sound = resampleSound(original, 2 * ceiling);
  const { samples, step } = sound;
  emphasise(samples, Math.exp(-2 * Math.PI * preEmphasisFrom * step));
  const length = Math.floor((2 * windowLength) / step);
  const half = Math.floor(length / 2);
  const grid = formantGrid(sound, 2 * windowLength, timeStep);
  const window = gaussianWindow(length);
  const frame = new Float64Array(length + 1);
  const poles = new Float64Array(Math.floor(2 * maxFormants));
  const re = new Float64Array(poles.length);
  const im = new Float64Array(poles.length);
  const most = Math.floor(maxFormants);
  const frequency = new Float64Array(grid.count * most).fill(Number.NaN);
  const bandwidth = new Float64Array(grid.count * most).fill(Number.NaN);
  for (let t = 0; t < grid.count; t++) {
    const left = indexBefore(sound, grid.start + t * grid.step);
    const from = Math.max(0, left + 1 - half);
    const to = Math.min(samples.length, left + half + 1);
    let silent = true;
    for (let i = from; i < to; i++) {
      frame[i - from] = samples[i] * window[i - from];
      if (samples[i] !== 0) silent = false;
    }
    if (silent) continue;
    burg(frame, to - from, poles);
    polynomialRoots(poles, re, im);
    const found: [number, number][] = [];
    for (let k = 0; k < poles.length; k++) {
      if (im[k] < 0) continue;
      const hz = (Math.atan2(im[k], re[k]) * ceiling) / Math.PI;
      if (!(hz >= MARGIN && hz <= ceiling - MARGIN)) continue;
      found.push([hz, (Math.abs(Math.log(re[k] * re[k] + im[k] * im[k])) * ceiling) / Math.PI]);
    }
    found.sort((a, b) => a[0] - b[0]);
    found.slice(0, most).forEach(([hz, width], k) => {
      frequency[t * most + k] = hz;
      bandwidth[t * most + k] = width;
    });
  }
  return { grid, most, frequency, bandwidth };
}

/** Takes off each sample a part of the one before it. */
function emphasise(samples: Float64Array, part: number): void {
  for (let i = samples.length - 1; i > 0; i--) samples[i] -= part * samples[i - 1];
}
