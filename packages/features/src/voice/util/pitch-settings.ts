import type { OptionNames } from '@ser/internal';
import { badArgument, checkInteger, checkNonNegative, checkPositive } from '../../util/checks.ts';
import { autocorrelator } from './autocorrelator.ts';
import { checkPitchFloor, checkTimeStep } from './check-voice.ts';
import { crossCorrelator } from './cross-correlator.ts';
import { findPitch, type PitchContour } from './find-pitch.ts';
import type { Sound } from './sound.ts';

/** How pitch is found. The defaults are Praat's. */
export interface PitchSettings {
  /** Samples per second. */
  sampleRate: number;
  /** `'ac'` by autocorrelation, `'cc'` by forward cross-correlation. Default `'ac'`. */
  method?: 'ac' | 'cc';
  /**
   * Seconds from one frame to the next; null for a quarter of a frame: 0.75 / `pitchFloor` of
   * `'ac'`, 0.25 / `pitchFloor` of `'cc'`. Default null.
   */
  timeStep?: number | null;
  /** Lowest pitch in Hz. Default 75. */
  pitchFloor?: number;
  /** Highest pitch in Hz. Default 600. */
  pitchCeiling?: number;
  /**
   * The most candidates of a frame, one of them unvoiced; at least `pitchCeiling` / `pitchFloor`.
   * Default 15.
   */
  maxCandidates?: number;
  /**
   * Whether frames are twice as long, under a Gaussian-like window in place of a Hann window, and
   * peaks are read from more samples. `'cc'` has no window; its peaks alone change. Default false.
   */
  veryAccurate?: boolean;
  /** Frames below this part of the sound's peak are unvoiced. Default 0.03. */
  silenceThreshold?: number;
  /** The strength of the unvoiced candidate. Default 0.45. */
  voicingThreshold?: number;
  /** What a candidate loses for each octave below `pitchCeiling`. Default 0.01. */
  octaveCost?: number;
  /** What a jump of an octave costs, each 10 ms. Default 0.35. */
  octaveJumpCost?: number;
  /** What a change between voiced and unvoiced costs, each 10 ms. Default 0.14. */
  voicedUnvoicedCost?: number;
}

/** The names of the options. */
export const PITCH_SETTINGS: OptionNames<PitchSettings> = {
  sampleRate: true,
  method: true,
  timeStep: true,
  pitchFloor: true,
  pitchCeiling: true,
  maxCandidates: true,
  veryAccurate: true,
  silenceThreshold: true,
  voicingThreshold: true,
  octaveCost: true,
  octaveJumpCost: true,
  voicedUnvoicedCost: true,
};

/** Longest periods in a frame of autocorrelation. */
const PERIODS = 3;

/** The most candidates that may be asked for. */
const MOST_CANDIDATES = 1024;

/** The pitch of a sound by settings that are checked here. */
export function pitchOf(caller: string, sound: Sound, settings: PitchSettings): PitchContour {
  const { sampleRate } = sound;
  const { method = 'ac', pitchFloor = 75, pitchCeiling = 600, maxCandidates = 15 } = settings;
  const { veryAccurate = false, silenceThreshold = 0.03, voicingThreshold = 0.45 } = settings;
  const { octaveCost = 0.01, octaveJumpCost = 0.35, voicedUnvoicedCost = 0.14 } = settings;
  if (method !== 'ac' && method !== 'cc') {
    throw badArgument(caller, 'method', "'ac' or 'cc'", method);
  }
  if (typeof veryAccurate !== 'boolean') {
    throw badArgument(caller, 'veryAccurate', 'true or false', veryAccurate);
  }
  const across = method === 'cc';
  const periods = across ? 1 : veryAccurate ? 2 * PERIODS : PERIODS;
  checkPitchFloor(caller, pitchFloor, sampleRate, periods);
  checkPositive(caller, 'pitchCeiling', pitchCeiling);
  if (pitchCeiling <= pitchFloor) {
    throw badArgument(caller, 'pitchCeiling', `above pitchFloor=${pitchFloor}`, pitchCeiling);
  }
  checkInteger(caller, 'maxCandidates', maxCandidates, 2, MOST_CANDIDATES);
  checkNonNegative(caller, 'silenceThreshold', silenceThreshold);
  checkNonNegative(caller, 'voicingThreshold', voicingThreshold);
  checkNonNegative(caller, 'octaveCost', octaveCost);
  checkNonNegative(caller, 'octaveJumpCost', octaveJumpCost);
  checkNonNegative(caller, 'voicedUnvoicedCost', voicedUnvoicedCost);
  const timeStep = settings.timeStep ?? (across ? 0.25 : 0.25 * PERIODS) / pitchFloor;
  checkTimeStep(caller, timeStep, sampleRate);
  const correlator = across
    ? crossCorrelator(sound, { floor: pitchFloor, periods })
    : autocorrelator(sound, { floor: pitchFloor, periods, gaussian: veryAccurate });
  return findPitch(sound, correlator, {
    floor: pitchFloor,
    ceiling: pitchCeiling,
    most: maxCandidates,
    deep: veryAccurate,
    timeStep,
    silenceThreshold,
    voicingThreshold,
    octaveCost,
    octaveJumpCost,
    voicedUnvoicedCost,
  });
}
