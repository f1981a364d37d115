import {
  spectralContrast as contrastOf,
  SPECTRAL_CONTRAST_OPTIONS,
  type SpectralContrastOptions,
} from '../feature/spectral-contrast.ts';
import { checkOptions } from '../util/check-options.ts';
import { type Matrix, transpose } from '../util/matrix.ts';
import { spectralFrames } from '../util/spectral-frames.ts';
import type { SignalOrMatrix } from '../util/spectrogram.ts';
import { checkChannels } from './util/check-channels.ts';
import { joinFrames } from './util/join-frames.ts';
import { splitFrames } from './util/split-frames.ts';

/**
 * Spectral contrast, whose peaks and valleys are cut 80 dB below the greatest of all channels, as in
 * librosa; with `linear`, which has no decibels, that of each channel.
 *
 * @param channels Samples each, or a magnitude spectrogram `[1 + nFft / 2, frames]` each.
 * @returns `[nBands + 1, frames]` each.
 * @throws {FeatureError} for channels of different lengths, audio that is empty or not finite, and
 *   options out of range.
 */
export function spectralContrast(
  channels: readonly SignalOrMatrix[],
  options: SpectralContrastOptions,
): Matrix[] {
  checkOptions('channels.spectralContrast', options, SPECTRAL_CONTRAST_OPTIONS);
  checkChannels('channels.spectralContrast', 'channels', channels);
  const joined = joinFrames(
    channels.map((channel) => spectralFrames('channels.spectralContrast', channel, options)),
  );
  const { magnitudes, frames, bins, nFft } = joined;
  const matrix = transpose({ data: magnitudes, shape: [frames, bins] });
  return splitFrames(contrastOf(matrix, { ...options, nFft }), channels.length);
}
