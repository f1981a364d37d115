import { cached } from '../util/cached.ts';
import { badArgument, checkInteger } from '../util/checks.ts';
import { MAX_LENGTH } from '../util/limits.ts';
import { windowShape } from '../util/window-shape.ts';

/**
 * A window by its name in scipy or one of scipy's other names for it, with its parameter if there
 * is one, as `['kaiser', beta]`.
 */
export type NamedWindow =
  | 'hann'
  | 'han'
  | 'hamming'
  | 'hamm'
  | 'ham'
  | 'blackman'
  | 'black'
  | 'blk'
  | 'blackmanharris'
  | 'blackharr'
  | 'bkh'
  | 'nuttall'
  | 'nutl'
  | 'nut'
  | 'flattop'
  | 'flat'
  | 'flt'
  | 'boxcar'
  | 'box'
  | 'ones'
  | 'rect'
  | 'rectangular'
  | 'bartlett'
  | 'bart'
  | 'brt'
  | 'barthann'
  | 'brthan'
  | 'bth'
  | 'bohman'
  | 'bman'
  | 'bmn'
  | 'cosine'
  | 'halfcosine'
  | 'lanczos'
  | 'sinc'
  | 'parzen'
  | 'parz'
  | 'par'
  | 'triang'
  | 'triangle'
  | 'tri'
  | 'tukey'
  | 'tuk'
  | readonly ['tukey' | 'tuk', alpha: number]
  | readonly ['kaiser' | 'ksr', beta: number]
  | readonly ['gaussian' | 'gauss' | 'gss', std: number]
  | readonly ['general_hamming' | 'general hamming', alpha: number];

/** A window that has a name, or the values themselves. */
export type Window = NamedWindow | Float32Array | Float64Array;

/** Throws unless `value` is a window that has a name, with its parameter where it takes one. */
export function checkWindow(
  caller: string,
  name: string,
  value: unknown,
): asserts value is NamedWindow {
  windowShape(caller, name, value);
}

/**
 * A periodic window of `length` samples, as an STFT needs it; librosa's `get_window` with
 * `fftbins=True`. An array of that length is copied.
 *
 * @throws {FeatureError} for a name that is unknown, a parameter out of range, a length below 1 or
 *   another array's length.
 */
export function getWindow(window: Window, length: number): Float64Array {
  checkInteger('getWindow', 'length', length, 1, MAX_LENGTH);
  if (ArrayBuffer.isView(window)) {
    if (window.length !== length) {
      throw badArgument('getWindow', 'window', `${length} values long`, window.length);
    }
    return Float64Array.from(window);
  }
  const shape = windowShape('getWindow', 'window', window);
  // In scipy every window of one sample is 1.
  return Float64Array.from({ length }, (_, n) => (length === 1 ? 1 : shape(n, length)));
}

/** How many windows are cached. */
const CACHED_WINDOWS = 16;

const cache = new Map<string, Float64Array>();

/**
 * The window in the middle of a frame, with zeros on both sides; librosa's `pad_center`. Named
 * windows are cached, so the result must not be changed.
 */
export function centredWindow(window: Window, winLength: number, nFft: number): Float64Array {
  const key = ArrayBuffer.isView(window) ? '' : `${window},${winLength},${nFft}`;
  const make = (): Float64Array => {
    const frame = new Float64Array(nFft);
    frame.set(getWindow(window, winLength), Math.floor((nFft - winLength) / 2));
    return frame;
  };
  return key ? cached(cache, CACHED_WINDOWS, key, make) : make();
}
