import type { OptionNames } from '@ser/internal';
import type { MelOptions } from '../filters/mel.ts';
import { checkOptions } from '../util/check-options.ts';
import type { Matrix } from '../util/matrix.ts';
import { audioOf, MEL_TO_AUDIO_OPTIONS, type MelToAudioOptions } from './mel-to-audio.ts';
import { MFCC_TO_MEL_OPTIONS, type MfccToMelOptions, melOf } from './mfcc-to-mel.ts';

/** The options of `inverse.mfccToAudio`: those of `inverse.mfccToMel` and `inverse.melToAudio`. */
export interface MfccToAudioOptions extends MfccToMelOptions, Omit<MelToAudioOptions, 'norm'> {
  /** The `norm` of the mel filters. Default `'slaney'`. */
  melNorm?: MelOptions['norm'];
}

/** The names of the options. */
const OPTIONS: OptionNames<MfccToAudioOptions> = {
  ...MEL_TO_AUDIO_OPTIONS,
  ...MFCC_TO_MEL_OPTIONS,
  melNorm: true,
};

/**
 * What is left of a sound in its coefficients, as a sound; librosa's
 * `feature.inverse.mfcc_to_audio`: `inverse.mfccToMel`, then `inverse.melToAudio`. As there,
 * `hopLength` defaults to `floor(winLength / 4)`.
 *
 * @param mfcc `[nMfcc, frames]`, as `mfcc` gives it.
 * @throws {FeatureError} for coefficients that are not finite, and for options out of range.
 */
export function mfccToAudio(mfcc: Matrix, options: MfccToAudioOptions): Float32Array {
  checkOptions('inverse.mfccToAudio', options, OPTIONS);
  const { nMels, dctType, norm, ref, lifter, melNorm, ...audio } = options;
  const melspectrogram = melOf('inverse.mfccToAudio', mfcc, { nMels, dctType, norm, ref, lifter });
  return audioOf('inverse.mfccToAudio', melspectrogram, { ...audio, norm: melNorm });
}
