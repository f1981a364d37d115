import { polynomialRoots } from '../../kernels/polynomial-roots.ts';
import { burg } from './burg.ts';
import type { FormantSettings } from './formant-settings.ts';
import { isShort } from './frame-grid.ts';
import { resampleSound } from './resample-sound.ts';
import { indexBefore, type Sound } from './sound.ts';
import { gaussianWindow } from './windows.ts';

/** Formants nearer than this to 0 Hz or to the ceiling are none. */
const MARGIN = 50;

/** Formants, `[formants, frames]`, NaN where there is none. */
export interface FormantTracks {
  /** Seconds. */
  readonly times: Float64Array;
  /** Hz. */
  readonly frequency: Float64Array;
  /** Hz. */
  readonly bandwidth: Float64Array;
}

/**
 * The formants of a sound at some times.
 *
 * @param timesOf The times, given the sound at twice the ceiling.
 */
export function findFormants(
  original: Sound,
  settings: Required<FormantSettings>,
  timesOf: (sound: Sound) => Float64Array,
): FormantTracks {
  const { maxFormants, formantCeiling, windowLength, preEmphasisFrom } = settings;
  const sound = resampleSound(original, 2 * formantCeiling);
  const { samples, step } = sound;
  emphasise(samples, Math.exp(-2 * Math.PI * preEmphasisFrom * step));
  const short = isShort(sound, 2 * windowLength);
  const length = short ? samples.length : Math.floor((2 * windowLength) / step);
  const half = Math.floor(length / 2);
  const window = gaussianWindow(length);
  const frame = new Float64Array(length);
  const poles = new Float64Array(2 * maxFormants);
  const times = timesOf(sound);
  const most = Math.floor(maxFormants);
  const frequency = new Float64Array(most * times.length).fill(Number.NaN);
  const bandwidth = new Float64Array(most * times.length).fill(Number.NaN);
  times.forEach((time, t) => {
    // A sound that is shorter than a frame is read whole.
    const start = short ? 0 : indexBefore(sound, time) + 1 - half;
    const from = Math.max(0, start);
    const to = short ? length : Math.min(samples.length, start + 2 * half);
    let silent = true;
    for (let i = from; i < to; i++) {
      frame[i - from] = samples[i] * window[i - start];
      if (samples[i] !== 0) silent = false;
    }
    if (silent || to - from <= poles.length) return;
    burg(frame, to - from, poles);
    resonances(poles, formantCeiling)
      .slice(0, most)
      .forEach(([hz, width], k) => {
        frequency[k * times.length + t] = hz;
        bandwidth[k * times.length + t] = width;
      });
  });
  return { times, frequency, bandwidth };
}

/** Takes off each sample a part of the one before it. */
function emphasise(samples: Float64Array, part: number): void {
  for (let i = samples.length - 1; i > 0; i--) samples[i] -= part * samples[i - 1];
}

/** The frequencies and bandwidths in Hz that coefficients of linear prediction have, rising. */
function resonances(poles: Float64Array, ceiling: number): [hz: number, bandwidth: number][] {
  const re = new Float64Array(poles.length);
  const im = new Float64Array(poles.length);
  polynomialRoots(poles, re, im);
  const found: [number, number][] = [];
  for (let k = 0; k < poles.length; k++) {
    if (im[k] < 0) continue;
    const hz = (Math.atan2(im[k], re[k]) * ceiling) / Math.PI;
    if (!(hz >= MARGIN && hz <= ceiling - MARGIN)) continue;
    // A root outside the circle counts as its mirror image inside.
    const decay = Math.abs(Math.log(re[k] * re[k] + im[k] * im[k]));
    found.push([hz, (decay * ceiling) / Math.PI]);
  }
  return found.sort((a, b) => a[0] - b[0]);
}
