import { ESTIMATE_TUNING_OPTIONS, type EstimateTuningOptions } from '../core/estimate-tuning.ts';
import { checkOptions } from '../util/check-options.ts';
import { frameTuning } from '../util/frame-tuning.ts';
import { pitchFrames } from '../util/pitch-frames.ts';
import type { SignalOrMatrix } from '../util/spectrogram.ts';
import { checkChannels } from './util/check-channels.ts';
import { joinFrames } from './util/join-frames.ts';

/**
 * The tuning of a sound, from the spectral peaks of all channels together, as in librosa. What
 * librosa's constant-Q functions do with `tuning=None` is to give them this number for each channel.
 *
 * @param channels Samples each, or a spectrogram `[1 + nFft / 2, frames]` each.
 * @returns The deviation from A440's scale in [-0.5, 0.5) of a bin.
 * @throws {FeatureError} for channels of different lengths, audio that is empty or not finite, and
 *   options out of range.
 */
export function estimateTuning(
  channels: readonly SignalOrMatrix[],
  options: EstimateTuningOptions,
): number {
  checkOptions('channels.estimateTuning', options, ESTIMATE_TUNING_OPTIONS);
  checkChannels('channels.estimateTuning', 'channels', channels);
  const parts = channels.map((channel) => pitchFrames('channels.estimateTuning', channel, options));
  const frames = joinFrames(parts);
  return frameTuning(frames, frames.magnitudes, options);
}
