import type { OptionNames } from '@ser/internal';
import type { Samples } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { badArgument, checkNonNegative, checkPositive } from '../util/checks.ts';
import { autocorrelator } from './util/autocorrelator.ts';
import { checkPitchFloor, checkTimeStep } from './util/check-voice.ts';
import { crossCorrelator } from './util/cross-correlator.ts';
import { findHarmonicity, meanHarmonicity } from './util/find-harmonicity.ts';
import { frameTimes } from './util/frame-grid.ts';
import { toSound } from './util/sound.ts';

/** The options of `harmonicity`. The defaults are Praat's. */
export interface HarmonicityOptions {
  /** Samples per second. */
  sampleRate: number;
  /** `'cc'` by forward cross-correlation, `'ac'` by autocorrelation. Default `'cc'`. */
  method?: 'cc' | 'ac';
  /** Seconds from one frame to the next. Default 0.01. */
  timeStep?: number;
  /** Lowest pitch in Hz. Default 75. */
  pitchFloor?: number;
  /** Frames below this part of the sound's peak are silent. Default 0.1. */
  silenceThreshold?: number;
  /** Longest periods in a frame. Default 1 of `'cc'`, its least; 4.5 of `'ac'`, at least 3. */
  periodsPerWindow?: number;
}

/** The names of the options. */
const HARMONICITY_OPTIONS: OptionNames<HarmonicityOptions> = {
  sampleRate: true,
  method: true,
  timeStep: true,
  pitchFloor: true,
  silenceThreshold: true,
  periodsPerWindow: true,
};

/** The harmonics-to-noise ratio of each frame. */
export interface Harmonicity {
  /** Seconds of the middle of each frame. */
  readonly times: Float64Array;
  /** dB, -200 where a frame is silent. */
  readonly values: Float32Array;
  /** The mean in dB over the frames that are not silent, NaN where all are. */
  readonly mean: number;
}

/**
 * The ratio of the energy that repeats itself to the rest; Praat's "Sound: To Harmonicity (cc)..."
 * and "(ac)...", after P. Boersma, "Accurate short-term analysis of the fundamental frequency and
 * the harmonics-to-noise ratio of a sampled sound" (1993).
 *
 * @returns A value a frame; no frame for a sound that is shorter than one.
 * @throws {FeatureError} for audio that is empty or not finite, and for options out of range.
 */
export function harmonicity(samples: Samples, options: HarmonicityOptions): Harmonicity {
  checkOptions('harmonicity', options, HARMONICITY_OPTIONS);
  const { sampleRate, method = 'cc', timeStep = 0.01, pitchFloor = 75 } = options;
  const { silenceThreshold = 0.1, periodsPerWindow = method === 'ac' ? 4.5 : 1 } = options;
  const sound = toSound('harmonicity', samples, sampleRate);
  if (method !== 'ac' && method !== 'cc') {
    throw badArgument('harmonicity', 'method', "'cc' or 'ac'", method);
  }
  checkPositive('harmonicity', 'periodsPerWindow', periodsPerWindow);
  const fewest = method === 'ac' ? 3 : 1;
  if (periodsPerWindow < fewest) {
    const expected = `at least ${fewest} with method '${method}'`;
    throw badArgument('harmonicity', 'periodsPerWindow', expected, periodsPerWindow);
  }
  // A Gaussian-like window is twice as long as the frame that it stands for.
  const periods = method === 'ac' ? 2 * periodsPerWindow : periodsPerWindow;
  checkPitchFloor('harmonicity', pitchFloor, sampleRate, periods);
  checkTimeStep('harmonicity', timeStep, sampleRate);
  checkNonNegative('harmonicity', 'silenceThreshold', silenceThreshold);
  const correlator =
    method === 'ac'
      ? autocorrelator(sound, { floor: pitchFloor, periods, gaussian: true })
      : crossCorrelator(sound, { floor: pitchFloor, periods });
  const { grid, values } = findHarmonicity(sound, correlator, {
    pitchFloor,
    timeStep,
    silenceThreshold,
  });
  return {
    times: frameTimes(grid),
    values: Float32Array.from(values),
    mean: meanHarmonicity(values),
  };
}
