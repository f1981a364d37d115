import type { Samples } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { frameTimes } from './util/frame-grid.ts';
import { PITCH_SETTINGS, type PitchSettings, pitchOf } from './util/pitch-settings.ts';
import { toSound } from './util/sound.ts';

/** The options of `pitch`. */
export type PitchOptions = PitchSettings;

/** The pitch of each frame. */
export interface Pitch {
  /** Seconds of the middle of each frame. */
  readonly times: Float64Array;
  /** Hz, 0 where a frame is unvoiced. */
  readonly f0: Float32Array;
  /** How much a voiced frame repeats itself, up to 1; 0 where it is unvoiced. */
  readonly strength: Float32Array;
}

/**
 * Fundamental frequency by the autocorrelation of frames, and the strongest path through their
 * candidates; Praat's "Sound: To Pitch (ac)..." and "(cc)...", after P. Boersma, "Accurate
 * short-term analysis of the fundamental frequency and the harmonics-to-noise ratio of a sampled
 * sound" (1993).
 *
 * @returns A value a frame; no frame for a sound that is shorter than one.
 * @throws {FeatureError} for audio that is empty or not finite, and for options out of range.
 */
export function pitch(samples: Samples, options: PitchOptions): Pitch {
  checkOptions('pitch', options, PITCH_SETTINGS);
  const sound = toSound('pitch', samples, options.sampleRate);
  const { grid, frequency, strength } = pitchOf('pitch', sound, options);
  return {
    times: frameTimes(grid),
    f0: Float32Array.from(frequency),
    strength: Float32Array.from(strength),
  };
}
