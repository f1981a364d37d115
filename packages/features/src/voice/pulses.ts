import type { Samples } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { findPulses } from './util/find-pulses.ts';
import { PITCH_SETTINGS, type PitchSettings, pitchOf } from './util/pitch-settings.ts';
import { toSound } from './util/sound.ts';

/** The options of `pulses`: how the pitch is found that they follow. */
export type PulsesOptions = PitchSettings;

/**
 * The glottal pulses of voiced speech, each where the sound is most similar to its surroundings at
 * the pulse before it; Praat's "Sound: To PointProcess (periodic, cc)...", and with options of
 * pitch "Sound & Pitch: To PointProcess (cc)".
 *
 * @returns Seconds, rising.
 * @throws {FeatureError} for audio that is empty or not finite, and for options out of range.
 */
export function pulses(samples: Samples, options: PulsesOptions): Float64Array {
  checkOptions('pulses', options, PITCH_SETTINGS);
  const sound = toSound('pulses', samples, options.sampleRate);
  return findPulses(sound, pitchOf('pulses', sound, options));
}
