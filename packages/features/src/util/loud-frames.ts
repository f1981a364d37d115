import type { OptionNames } from '@ser/internal';
import { amplitudeToDb } from '../core/decibels.ts';
import { rms } from '../feature/rms.ts';
import type { Samples } from '../samples.ts';
import { checkFinite, checkFloats, checkInteger, checkNonNegative } from './checks.ts';
import { MAX_LENGTH } from './limits.ts';

/** What counts as silence. */
export interface LoudFramesOptions {
  /** How far below the reference silence begins, in dB. Default 60. */
  topDb?: number;
  /** The RMS at 0 dB, or `'max'` for that of the loudest frame. Default `'max'`. */
  ref?: number | 'max';
  /** Samples a frame. Default 2048. */
  frameLength?: number;
  /** Samples from one frame to the next. Default 512. */
  hopLength?: number;
}

/** The names of the options. */
export const LOUD_FRAMES_OPTIONS: OptionNames<LoudFramesOptions> = {
  topDb: true,
  ref: true,
  frameLength: true,
  hopLength: true,
};

/**
 * Whether a level is louder than silence. The loudest frame's own level is 0 but for the last bits
 * of its logarithm, which must not make it louder than itself: with `topDb: 0` all is silence.
 */
export const isLoud = (decibels: number, topDb: number): boolean => decibels + topDb > 1e-9;

/** Throws unless the options say what silence is. */
export function checkLoudFrames(caller: string, options: LoudFramesOptions): void {
  const { topDb = 60, ref = 'max', frameLength = 2048, hopLength = 512 } = options;
  checkNonNegative(caller, 'topDb', topDb);
  if (ref !== 'max') checkFinite(caller, 'ref', ref);
  checkInteger(caller, 'frameLength', frameLength, 1, MAX_LENGTH);
  checkInteger(caller, 'hopLength', hopLength, 1);
}

/** Whether each centred frame is louder than silence. */
export function loudFrames(
  caller: string,
  samples: Samples,
  options: LoudFramesOptions,
): boolean[] {
  const { topDb = 60, ref = 'max', frameLength = 2048, hopLength = 512 } = options;
  checkFloats(caller, 'samples', samples);
  checkLoudFrames(caller, options);
  const decibels = amplitudeToDb(rms(samples, { frameLength, hopLength }), { ref, topDb: null });
  return Array.from(decibels, (value) => isLoud(value, topDb));
}
