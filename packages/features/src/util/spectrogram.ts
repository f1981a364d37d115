import { writeMagnitudes } from '../kernels/frame-spectra.ts';
import type { Samples } from '../samples.ts';
import { checkMatrix } from './check-matrix.ts';
import { checkInteger } from './checks.ts';
import type { Frames } from './frames.ts';
import {
  checkFrames,
  type Framing,
  frameSignal,
  framing,
  framingWindow,
  type StftOptions,
} from './framing.ts';
import { MAX_LENGTH } from './limits.ts';
import { type Matrix, transpose } from './matrix.ts';

/**
 * |STFT| with a frame's bins next to each other, as the hot loops read them: `[frames, bins]`.
 * Several features share one.
 */
export interface Spectrogram {
  readonly magnitudes: Float32Array;
  readonly frames: number;
  readonly bins: number;
  readonly nFft: number;
}

/** Samples, or a spectrogram `[bins, frames]`: librosa's `y=` or `S=`. */
export type SignalOrMatrix = Samples | Matrix;

/** Whether the input is a matrix and not samples. */
export const isMatrix = (input: SignalOrMatrix): input is Matrix => !ArrayBuffer.isView(input);

/** Magnitudes of the short-time spectrum; `hopLength` defaults to 512 as in librosa's features. */
export function spectrogram(caller: string, samples: Samples, options: StftOptions): Spectrogram {
  const { hopLength = 512 } = options;
  const frame = framing(caller, { ...options, hopLength });
  return spectrogramOf(frameSignal(caller, samples, frame.nFft, frame), frame);
}

/** Magnitudes of the short-time spectrum of a signal in frames. */
export function spectrogramOf(signal: Frames, frame: Framing): Spectrogram {
  const { nFft } = frame;
  const frames = signal.count;
  const bins = Math.floor(nFft / 2) + 1;
  checkFrames('stft', frames, bins, frame);
  const magnitudes = new Float32Array(frames * bins);
  writeMagnitudes(signal, framingWindow(frame), magnitudes);
  return { magnitudes, frames, bins, nFft };
}

/** Frames of |STFT|^power, `[frames, bins]`. */
export function powers({ magnitudes }: Spectrogram, power: number): Float32Array {
  if (power === 1) return magnitudes;
  const { length } = magnitudes;
  const result = new Float32Array(length);
  if (power === 2) {
    for (let i = 0; i < length; i++) result[i] = magnitudes[i] * magnitudes[i];
  } else {
    for (let i = 0; i < length; i++) result[i] = magnitudes[i] ** power;
  }
  return result;
}

/**
 * A matrix `[bins, frames]` that a caller gave as S, laid out in frames.
 *
 * @param nFft The length of its transform. One that does not give the matrix' bins is ignored, as
 *   in librosa. Default: the even number that does.
 */
export function framesOf(caller: string, matrix: Matrix, nFft?: number): Spectrogram {
  checkMatrix(caller, 'input', matrix);
  if (nFft !== undefined) checkInteger(caller, 'nFft', nFft, 1, MAX_LENGTH);
  const { data, shape } = transpose(matrix);
  const [frames, bins] = shape;
  const fits = nFft !== undefined && Math.floor(nFft / 2) + 1 === bins;
  return { magnitudes: data, frames, bins, nFft: fits ? nFft : evenLength(bins) };
}

/** The even length of a transform with that many bins, which librosa assumes of a spectrogram. */
export function evenLength(bins: number): number {
  return 2 * (bins - 1);
}
