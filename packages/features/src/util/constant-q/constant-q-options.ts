import type { OptionNames } from '@ser/internal';
import type { NamedWindow } from '../../filters/get-window.ts';
import { checkWindow } from '../../filters/get-window.ts';
import { badArgument, checkFinite, checkInteger, checkPositive } from '../checks.ts';
import { MAX_ROWS } from '../limits.ts';
import type { PadMode } from '../pad-source.ts';
import { checkNorm, type Norm } from '../vector-norm.ts';

/** C1 in Hz, the lowest bin of librosa's constant-Q transforms. */
export const C1: number = 440 * 2 ** (-45 / 12);

/** The options of a constant-Q transform, with librosa's names and defaults. */
export interface ConstantQOptions {
  /** Samples per second. */
  sampleRate: number;
  /** Samples from one frame to the next. Fastest where 2 divides it often. Default 512. */
  hopLength?: number;
  /** The lowest bin in Hz. Default C1, 32.7 Hz. */
  fMin?: number;
  /** How many bins. Default 84. */
  nBins?: number;
  /** Bins in an octave. Default 12. */
  binsPerOctave?: number;
  /** Deviation from A440 in fractions of a bin; null estimates it. Default 0. */
  tuning?: number | null;
  /** Scales the length of every filter; below 1 frequencies blur and times get sharper. Default 1. */
  filterScale?: number;
  /** The norm by which every filter is scaled, or null for none. Default 1. */
  norm?: Norm;
  /** The part of every filter's spectrum, its smallest values, that is left out. Default 0.01. */
  sparsity?: number;
  /** The window of the filters. Default `'hann'`. */
  window?: NamedWindow;
  /** Whether bins are divided by the square root of their filters' lengths. Default true. */
  scale?: boolean;
  /** How the signal is padded, whose frames are centred. Default `'constant'`: with zeros. */
  padMode?: PadMode;
}

/** The names of the options. */
export const CONSTANT_Q_OPTIONS: OptionNames<ConstantQOptions> = {
  sampleRate: true,
  hopLength: true,
  fMin: true,
  nBins: true,
  binsPerOctave: true,
  tuning: true,
  filterScale: true,
  norm: true,
  sparsity: true,
  window: true,
  scale: true,
  padMode: true,
};

/** The options with their defaults, but for the tuning. */
export type ConstantQ = Required<Omit<ConstantQOptions, 'tuning'>>;

/**
 * Fills in defaults.
 *
 * @throws {FeatureError} for options out of range.
 */
export function constantQ(caller: string, options: ConstantQOptions): ConstantQ {
  const { sampleRate, hopLength = 512, fMin = C1, nBins = 84, binsPerOctave = 12 } = options;
  const { tuning = 0, filterScale = 1, norm = 1, sparsity = 0.01 } = options;
  const { window = 'hann', scale = true, padMode = 'constant' } = options;
  checkPositive(caller, 'sampleRate', sampleRate);
  checkInteger(caller, 'hopLength', hopLength, 1);
  checkPositive(caller, 'fMin', fMin);
  checkInteger(caller, 'nBins', nBins, 1, MAX_ROWS);
  checkInteger(caller, 'binsPerOctave', binsPerOctave, 1, MAX_ROWS);
  if (tuning !== null) checkFinite(caller, 'tuning', tuning);
  checkPositive(caller, 'filterScale', filterScale);
  checkNorm(caller, 'norm', norm);
  if (!(typeof sparsity === 'number' && sparsity >= 0 && sparsity < 1)) {
    throw badArgument(caller, 'sparsity', 'in [0, 1)', sparsity);
  }
  checkWindow(caller, 'window', window);
  if (typeof scale !== 'boolean') throw badArgument(caller, 'scale', 'true or false', scale);
  const numbers = { sampleRate, hopLength, fMin, nBins, binsPerOctave, filterScale, sparsity };
  return { ...numbers, norm, window, scale, padMode };
}
