import type { OptionNames } from '@ser/internal';
import { GRIFFINLIM_OPTIONS, type GriffinlimOptions, griffinlim } from '../core/griffinlim.ts';
import { checkOptions } from '../util/check-options.ts';
import type { Matrix } from '../util/matrix.ts';
import { MEL_TO_STFT_OPTIONS, type MelToStftOptions, spectrumOf } from './mel-to-stft.ts';

/** The options of `inverse.melToAudio`: those of `inverse.melToStft` and of `griffinlim`. */
export interface MelToAudioOptions extends MelToStftOptions, Omit<GriffinlimOptions, 'nFft'> {}

/** The names of the options. */
export const MEL_TO_AUDIO_OPTIONS: OptionNames<MelToAudioOptions> = {
  ...GRIFFINLIM_OPTIONS,
  ...MEL_TO_STFT_OPTIONS,
};

/**
 * A signal that has nearly the given mel spectrogram; librosa's `feature.inverse.mel_to_audio`:
 * `inverse.melToStft`, then `griffinlim`.
 *
 * The frames must be as far apart as those of the mel spectrogram: `hopLength` defaults to
 * `floor(winLength / 4)` here, and to 512 in `melspectrogram` and `mfcc`, whatever the transform.
 *
 * @param melspectrogram `[nMels, frames]`, not negative, as `melspectrogram` gives it.
 * @throws {FeatureError} for values that are negative or not finite, and for options out of range.
 */
export function melToAudio(melspectrogram: Matrix, options: MelToAudioOptions): Float32Array {
  checkOptions('inverse.melToAudio', options, MEL_TO_AUDIO_OPTIONS);
  return audioOf('inverse.melToAudio', melspectrogram, options);
}

/** `melToAudio` for another caller, which has checked the names of its options. */
export function audioOf(
  caller: string,
  melspectrogram: Matrix,
  { sampleRate, power, fMin, fMax, htk, norm, nFft = 2048, ...phases }: MelToAudioOptions,
): Float32Array {
  const bank = { sampleRate, power, fMin, fMax, htk, norm, nFft };
  return griffinlim(spectrumOf(caller, melspectrogram, bank), { ...phases, nFft });
}
