import type { KaldiWindow } from '../kaldi-options.ts';

/** The value of each window from the cosine of the angle, which is 0 to 2π over the frame. */
const SHAPES: Readonly<Record<KaldiWindow, (cos: number, coefficient: number) => number>> = {
  povey: (cos) => (0.5 - 0.5 * cos) ** 0.85,
  hamming: (cos) => 0.54 - 0.46 * cos,
  hanning: (cos) => 0.5 - 0.5 * cos,
  rectangular: () => 1,
  // cos 2x = 2 cos² x - 1.
  blackman: (cos, coefficient) =>
    coefficient - 0.5 * cos + (0.5 - coefficient) * (2 * cos * cos - 1),
};

/** The names of all windows. */
export const KALDI_WINDOWS: readonly KaldiWindow[] = Object.keys(SHAPES) as KaldiWindow[];

/** A window of `length` samples, 2 or more, of which the first and the last are equal. */
export function kaldiWindow(type: KaldiWindow, length: number, coefficient: number): Float64Array {
  return Float64Array.from({ length }, (_, i) =>
    SHAPES[type](Math.cos((2 * Math.PI * i) / (length - 1)), coefficient),
  );
}
