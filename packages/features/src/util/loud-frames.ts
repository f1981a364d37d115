import type { OptionNames } from '@ser/internal';
import { amplitudeToDb } from '../core/decibels.ts';
import { rms } from '../feature/rms.ts';
import type { Samples } from '../samples.ts';
import { checkFloats, checkNonNegative } from './checks.ts';

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

/** Whether each centred frame is louder than silence. */
export function loudFrames(
  caller: string,
  samples: Samples,
  { topDb = 60, ref = 'max', frameLength = 2048, hopLength = 512 }: LoudFramesOptions,
): boolean[] {
  checkFloats(caller, 'samples', samples);
  checkNonNegative(caller, 'topDb', topDb);
  const decibels = amplitudeToDb(rms(samples, { frameLength, hopLength }), { ref, topDb: null });
  return Array.from(decibels, (value) => value > -topDb);
}
