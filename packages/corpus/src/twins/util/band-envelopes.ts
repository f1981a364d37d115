import { LOW_RATE } from './low-rate.ts';
import { smooth } from './smooth.ts';

/** Samples in a frame; 4 ms. */
export const FRAME = 32;
/** Hz. What telephones, codecs and rumble change lies outside. */
const CENTRES = [320, 700, 1400, 2500];
/** The number of bands. */
export const BANDS: number = CENTRES.length;
/** Hz between a band's edges, as a part of its centre. */
const WIDTH = 0.9;
/** Frames on each side over which an envelope is smoothed, three times. */
const SMOOTHING = 4;

/** The energy in each band, frame by frame and smoothed over some 60 ms; `[bands][frames]`. */
export function bandEnvelopes(low: Float32Array): Float64Array[] {
  return CENTRES.map((centre) => smooth(bandEnergy(low, centre), SMOOTHING, 3));
}

/** The energy that a filter of second order lets through, frame by frame. */
function bandEnergy(low: Float32Array, centre: number): Float64Array {
  // Audio EQ Cookbook, "BPF (constant 0 dB peak gain)".
  const omega = (2 * Math.PI * centre) / LOW_RATE;
  const alpha = (Math.sin(omega) * WIDTH) / 2;
  const gain = alpha / (1 + alpha);
  const a1 = (-2 * Math.cos(omega)) / (1 + alpha);
  const a2 = (1 - alpha) / (1 + alpha);
  const energy = new Float64Array(Math.ceil(low.length / FRAME));
  let x1 = 0;
  let x2 = 0;
  let y1 = 0;
  let y2 = 0;
  for (let i = 0; i < low.length; i++) {
    const x = low[i];
    const y = gain * (x - x2) - a1 * y1 - a2 * y2;
    x2 = x1;
    x1 = x;
    y2 = y1;
    y1 = y;
    energy[(i / FRAME) | 0] += y * y;
  }
  return energy;
}
