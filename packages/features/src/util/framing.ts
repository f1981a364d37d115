import type { OptionNames } from '@ser/internal';
import { centredWindow, type Window } from '../filters/get-window.ts';
import type { Samples } from '../samples.ts';
import { badArgument, checkInteger, checkSamples } from './checks.ts';
import { type FrameLayout, Frames } from './frames.ts';
import { MAX_LENGTH, MAX_VALUES } from './limits.ts';
import type { PadMode } from './pad-source.ts';

/** The options of a short-time transform, with librosa's names and defaults. */
export interface StftOptions {
  /** Samples of a transform, 1 or more; powers of two are fastest. Default 2048. */
  nFft?: number;
  /** Samples from one frame to the next. Default `floor(winLength / 4)`. */
  hopLength?: number;
  /** Samples that the window covers, centred in the frame. Default `nFft`. */
  winLength?: number;
  /** The window, which is periodic. Default `'hann'`. */
  window?: Window;
  /** Whether frame t is centred on sample `t * hopLength`. Default true. */
  center?: boolean;
  /** How centring pads the signal; `'constant'` pads with zeros. Default `'constant'`. */
  padMode?: PadMode;
}

/** The names of the options. */
export const STFT_OPTIONS: OptionNames<StftOptions> = {
  nFft: true,
  hopLength: true,
  winLength: true,
  window: true,
  center: true,
  padMode: true,
};

/** The options with their defaults. */
export interface Framing extends FrameLayout {
  readonly nFft: number;
  readonly winLength: number;
  readonly window: Window;
}

/**
 * Fills in defaults.
 *
 * @throws {FeatureError} for sizes that do not fit together.
 */
export function framing(caller: string, options: StftOptions): Framing {
  const { nFft = 2048, window = 'hann', center = true, padMode = 'constant' } = options;
  checkInteger(caller, 'nFft', nFft, 1, MAX_LENGTH);
  const { winLength = nFft } = options;
  if (!Number.isSafeInteger(winLength) || winLength < 1 || winLength > nFft) {
    throw badArgument(caller, 'winLength', `a whole number in [1, nFft=${nFft}]`, winLength);
  }
  const { hopLength = Math.max(1, Math.floor(winLength / 4)) } = options;
  checkInteger(caller, 'hopLength', hopLength, 1);
  return { nFft, hopLength, winLength, window, center, padMode };
}

/**
 * A signal in frames.
 *
 * @throws {FeatureError} for samples that are empty or not finite, and when not one frame fits.
 */
export function frameSignal(
  caller: string,
  samples: Samples,
  frameLength: number,
  layout: FrameLayout,
): Frames {
  checkSamples(caller, 'samples', samples);
  return new Frames(caller, samples, frameLength, layout);
}

/** Throws unless an array holds the bins of all frames. */
export function checkFrames(
  caller: string,
  frames: number,
  bins: number,
  { hopLength }: FrameLayout,
): void {
  if (frames * bins <= MAX_VALUES) return;
  const expected = `long enough for ${MAX_VALUES} values at most in ${frames} frames of ${bins}`;
  throw badArgument(caller, 'hopLength', expected, hopLength);
}

/** The window of a framing, as long as a frame. */
export function framingWindow({ window, winLength, nFft }: Framing): Float64Array {
  return centredWindow(window, winLength, nFft);
}
