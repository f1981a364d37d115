import type { OptionNames } from '@ser/internal';
import { resample } from '../core/resample.ts';
import type { Audio } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { soundRange } from '../util/sound-range.ts';
import { checkRecording } from './util/check-recording.ts';
import { partSeconds } from './util/step-ranges.ts';

/** The options of `middle`. */
export interface MiddleOptions {
  /** How long the part is, in seconds. Required. */
  seconds: number;
}

/** The names of the options. */
const OPTIONS: OptionNames<MiddleOptions> = { seconds: true };

/** How far below the loudest frame silence begins, in dB. */
const TOP_DB = 45;

/** Where sound begins and ends is heard at this rate, so that it is the same at every rate. */
const HEARD_RATE = 16_000;

/**
 * The middle of what is said in a recording: of what lies between the first and the last 25 ms
 * frame within 45 dB of the loudest, at 16 kHz. Where that is shorter than the part, what lies
 * around it is there too, as far as there is anything.
 *
 * @returns A view of the samples.
 * @throws {FeatureError} for audio that is empty, not finite or above 768 kHz, and for a length
 *   that is not positive.
 */
export function middle(audio: Audio, options: MiddleOptions): Audio {
  checkOptions('middle', options, OPTIONS);
  const { seconds } = options;
  checkRecording('middle', audio);
  partSeconds('middle', 'seconds', seconds);
  const { samples, sampleRate } = audio;
  const heard = resample(samples, { origSr: sampleRate, targetSr: HEARD_RATE });
  const [start, end] = soundRange(heard, HEARD_RATE, TOP_DB).map((edge) =>
    Math.floor((edge * sampleRate) / HEARD_RATE),
  );
  const centre = Math.floor((start + end) / 2);
  const half = Math.max(1, Math.floor(Math.floor(seconds * sampleRate) / 2));
  const part = samples.subarray(Math.max(0, centre - half), centre + half);
  return { samples: part, sampleRate };
}
