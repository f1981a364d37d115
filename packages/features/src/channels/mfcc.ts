import { melspectrogram } from '../feature/melspectrogram.ts';
import { MFCC_OPTIONS, type MfccOptions, mfcc as mfccOf } from '../feature/mfcc.ts';
import type { Samples } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import type { Matrix } from '../util/matrix.ts';
import { powerToDb } from './decibels.ts';
import { checkChannels } from './util/check-channels.ts';

/**
 * Mel-frequency cepstral coefficients, whose mel spectrograms are cut 80 dB below the loudest of all
 * channels, as in librosa.
 *
 * @returns `[nMfcc, frames]` each.
 * @throws {FeatureError} for channels of different lengths, audio that is empty or not finite, and
 *   options out of range.
 */
export function mfcc(channels: readonly Samples[], options: MfccOptions): Matrix[] {
  checkOptions('channels.mfcc', options, MFCC_OPTIONS);
  checkChannels('channels.mfcc', 'channels', channels);
  const { nMfcc, dctType, norm, lifter, melNorm, ...mel } = options;
  const { sampleRate } = mel;
  const spectra = channels.map((channel) => melspectrogram(channel, { ...mel, norm: melNorm }));
  return powerToDb(spectra).map((decibels) =>
    mfccOf(decibels, { sampleRate, nMfcc, dctType, norm, lifter }),
  );
}
