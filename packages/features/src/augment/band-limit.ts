import type { OptionNames } from '@ser/internal';
import { resample } from '../core/resample.ts';
import type { Audio } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkRecording } from './util/check-recording.ts';
import { fileRate } from './util/step-ranges.ts';

/** The options of `bandLimit`. */
export interface BandLimitOptions {
  /** The rate of the file in Hz, such as a telephone's 8000. Required. */
  sampleRate: number;
}

/** The names of the options. */
const OPTIONS: OptionNames<BandLimitOptions> = { sampleRate: true };

/**
 * What a file of a lower rate keeps of a recording: nothing above half of that rate.
 *
 * @returns The recording at that rate, or itself where its own is not above.
 * @throws {FeatureError} for audio that is empty, not finite or above 768 kHz, and for a rate that
 *   is not positive or less than 1/1,024 of the recording's.
 */
export function bandLimit(audio: Audio, options: BandLimitOptions): Audio {
  checkOptions('bandLimit', options, OPTIONS);
  const { sampleRate } = options;
  checkRecording('bandLimit', audio);
  fileRate('bandLimit', 'sampleRate', sampleRate);
  if (audio.sampleRate <= sampleRate) return audio;
  const samples = resample(audio.samples, { origSr: audio.sampleRate, targetSr: sampleRate });
  return { samples, sampleRate };
}
