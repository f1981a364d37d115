import { checkInteger, invalid } from './check.ts';

/** The windows that have a name, or the values themselves. */
export type Window = 'hann' | 'hamming' | 'blackman' | 'boxcar' | Float32Array | Float64Array;

// Coefficients of cos(2πkn/N), k = 0, 1, 2; scipy.signal.windows.general_cosine.
const COSINES: Record<string, readonly number[]> = {
  hann: [0.5, -0.5],
  hamming: [0.54, -0.46],
  blackman: [0.42, -0.5, 0.08],
  boxcar: [1],
};

/**
 * A periodic window of `length` samples, as an STFT needs it; librosa's `get_window` with
 * `fftbins=True`. An array of that length is copied.
 *
 * @throws FeatureError for a name that is unknown, a length below 1 or another array's length
 */
export function getWindow(window: Window, length: number): Float64Array {
  checkInteger('getWindow', 'length', length, 1);
  if (typeof window !== 'string') {
    if (window.length !== length) {
      throw invalid('getWindow', 'window', `${length} values long`, window.length);
    }
    return Float64Array.from(window);
  }
  const coefficients = COSINES[window];
  if (!coefficients) {
    throw invalid('getWindow', 'window', `one of ${Object.keys(COSINES).join(', ')}`, window);
  }
  return Float64Array.from({ length }, (_, n) =>
    coefficients.reduce((sum, c, k) => sum + c * Math.cos((2 * Math.PI * k * n) / length), 0),
  );
}

const cache = new Map<string, Float64Array>();
const CACHE_SIZE = 16;

/**
 * The window in the middle of a frame, with zeros on both sides; librosa's `pad_center`. To be read
 * only: a window with a name is built once and kept.
 */
export function centredWindow(window: Window, winLength: number, nFft: number): Float64Array {
  const key = typeof window === 'string' ? `${window},${winLength},${nFft}` : '';
  const known = cache.get(key);
  if (known) return known;
  const frame = new Float64Array(nFft);
  frame.set(getWindow(window, winLength), Math.floor((nFft - winLength) / 2));
  if (key) {
    if (cache.size >= CACHE_SIZE) cache.clear();
    cache.set(key, frame);
  }
  return frame;
}
