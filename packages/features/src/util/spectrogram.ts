import { planFft } from '../kernels/fft/plan-fft.ts';
import type { Samples } from '../samples.ts';
import { checkMatrix } from './check-matrix.ts';
import type { Frames } from './frames.ts';
import { type Framing, frameSignal, framing, framingWindow, type StftOptions } from './framing.ts';
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
  const window = framingWindow(frame);
  const fft = planFft(nFft);
  const { bins } = fft;
  const magnitudes = new Float32Array(frames * bins);
  for (let t = 0; t < frames; t++) {
    signal.seekFrame(t);
    fft.load(signal.values, signal.start, window);
    fft.forward();
    fft.magnitudes(magnitudes, t * bins);
  }
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

/** A matrix `[bins, frames]` that a caller gave as S, laid out in frames. */
export function framesOf(caller: string, matrix: Matrix): Spectrogram {
  checkMatrix(caller, 'input', matrix);
  const { data, shape } = transpose(matrix);
  return { magnitudes: data, frames: shape[0], bins: shape[1], nFft: 2 * (shape[1] - 1) };
}
