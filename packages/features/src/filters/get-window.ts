import { besselI0 } from '../util/bessel-i0.ts';
import { cached } from '../util/cached.ts';
import {
  badArgument,
  checkInteger,
  checkNonNegative,
  checkPositive,
  MAX_LENGTH,
} from '../util/checks.ts';

/** A window by its name in scipy, with its parameter if there is one, as `['kaiser', beta]`. */
export type NamedWindow =
  | 'hann'
  | 'hamming'
  | 'blackman'
  | 'blackmanharris'
  | 'nuttall'
  | 'flattop'
  | 'boxcar'
  | 'bartlett'
  | 'cosine'
  | readonly ['kaiser', beta: number]
  | readonly ['gaussian', std: number];

/** A window that has a name, or the values themselves. */
export type Window = NamedWindow | Float32Array | Float64Array;

/** The value at sample n of a period. */
type Shape = (n: number, period: number) => number;

/** The sum of c[k] cos(2πkn/N); scipy.signal.windows.general_cosine. */
const cosines =
  (...coefficients: number[]): Shape =>
  (n, period) =>
    coefficients.reduce((sum, c, k) => sum + c * Math.cos((2 * Math.PI * k * n) / period), 0);

const SHAPES: ReadonlyMap<string, Shape> = new Map([
  ['hann', cosines(0.5, -0.5)],
  ['hamming', cosines(0.54, -0.46)],
  ['blackman', cosines(0.42, -0.5, 0.08)],
  ['blackmanharris', cosines(0.35875, -0.48829, 0.14128, -0.01168)],
  ['nuttall', cosines(0.3635819, -0.4891775, 0.1365995, -0.0106411)],
  ['flattop', cosines(0.21557895, -0.41663158, 0.277263158, -0.083578947, 0.006947368)],
  ['boxcar', cosines(1)],
  ['bartlett', (n, period) => 1 - Math.abs((2 * n) / period - 1)],
  ['cosine', (n, period) => Math.sin((Math.PI * (n + 0.5)) / (period + 1))],
]);

/**
 * The shape of a window that has a name.
 *
 * @throws {FeatureError} for what is none.
 */
function shapeOf(caller: string, name: string, window: unknown): Shape {
  const [shapeName, parameter]: unknown[] = Array.isArray(window) ? window : [window];
  if (shapeName === 'kaiser') {
    checkNonNegative(caller, `${name}[1]`, parameter);
    const beta = Number(parameter);
    const peak = besselI0(beta);
    return (n, period) => besselI0(beta * Math.sqrt(1 - ((2 * n) / period - 1) ** 2)) / peak;
  }
  if (shapeName === 'gaussian') {
    checkPositive(caller, `${name}[1]`, parameter);
    const std = Number(parameter);
    return (n, period) => Math.exp(-0.5 * ((n - period / 2) / std) ** 2);
  }
  const shape = typeof shapeName === 'string' ? SHAPES.get(shapeName) : undefined;
  if (shape) return shape;
  const names = [...SHAPES.keys(), '[kaiser, beta]', '[gaussian, std]'].join(', ');
  throw badArgument(caller, name, `one of ${names}`, shapeName);
}

/** Throws unless `value` is a window that has a name, with its parameter where it takes one. */
export function checkWindow(
  caller: string,
  name: string,
  value: unknown,
): asserts value is NamedWindow {
  shapeOf(caller, name, value);
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
  const shape = shapeOf('getWindow', 'window', window);
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
