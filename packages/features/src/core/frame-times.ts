import type { OptionNames } from '@ser/internal';
import { checkOptions } from '../util/check-options.ts';
import { checkFinite, checkInteger, checkPositive } from '../util/checks.ts';
import { MAX_LENGTH } from '../util/limits.ts';

/** The frames that are counted. */
export interface FrameTimesOptions {
  /** Samples per second. */
  sampleRate: number;
  /** Samples from one frame to the next. Default 512. */
  hopLength?: number;
  /**
   * Samples of a frame, where frames are not centred: their middle is meant then. Default: none,
   * for frames that are centred.
   */
  nFft?: number;
}

/** The names of the options. */
const OPTIONS: OptionNames<FrameTimesOptions> = { sampleRate: true, hopLength: true, nFft: true };

/**
 * The time of a frame in seconds; librosa's `frames_to_time`. The times of a feature's values are
 * `values.map((_, frame) => framesToTime(frame, options))`, which is `times_like`.
 *
 * @throws {FeatureError} for what is no number, and for options out of range.
 */
export function framesToTime(frame: number, options: FrameTimesOptions): number {
  const { sampleRate, hopLength, offset } = checked('framesToTime', options);
  checkFinite('framesToTime', 'frame', frame);
  return Math.trunc(frame * hopLength + offset) / sampleRate;
}

/**
 * The frame in which a time in seconds is, a whole number; librosa's `time_to_frames`.
 *
 * @throws {FeatureError} for what is no number, and for options out of range.
 */
export function timeToFrames(seconds: number, options: FrameTimesOptions): number {
  const { sampleRate, hopLength, offset } = checked('timeToFrames', options);
  checkFinite('timeToFrames', 'seconds', seconds);
  return Math.floor((Math.trunc(seconds * sampleRate) - offset) / hopLength);
}

function checked(
  caller: string,
  options: FrameTimesOptions,
): { sampleRate: number; hopLength: number; offset: number } {
  checkOptions(caller, options, OPTIONS);
  const { sampleRate, hopLength = 512, nFft } = options;
  checkPositive(caller, 'sampleRate', sampleRate);
  checkInteger(caller, 'hopLength', hopLength, 1);
  if (nFft !== undefined) checkInteger(caller, 'nFft', nFft, 1, MAX_LENGTH);
  return { sampleRate, hopLength, offset: Math.floor((nFft ?? 0) / 2) };
}
