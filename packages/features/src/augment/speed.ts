import type { OptionNames } from '@ser/internal';
import type { Audio } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkRecording } from './util/check-recording.ts';
import { speedRate } from './util/step-ranges.ts';

/** The options of `speed`. */
export interface SpeedOptions {
  /**
   * How many times as fast it is played, in [1/16, 16]: above 1 is shorter and higher. Required.
   */
  rate: number;
}

/** The names of the options. */
const OPTIONS: OptionNames<SpeedOptions> = { rate: true };

/**
 * Plays a recording faster or slower: its pitch, formants and tempo change together (T. Ko et al.,
 * "Audio augmentation for speech recognition", 2015).
 *
 * The samples stay, and are read at `sampleRate · rate`, so that the resampling to an extractor's
 * rate is the only one. The new rate is not rounded to whole Hz: `resample` reads values between
 * phases to -130 dB, in about the time of a simple ratio.
 *
 * @returns The same samples, not copied, at another rate.
 * @throws {FeatureError} for audio that is empty, not finite or above 768 kHz, and for a rate out
 *   of range.
 */
export function speed(audio: Audio, options: SpeedOptions): Audio {
  checkOptions('speed', options, OPTIONS);
  checkRecording('speed', audio);
  speedRate('speed', 'rate', options.rate);
  return { samples: audio.samples, sampleRate: audio.sampleRate * options.rate };
}
