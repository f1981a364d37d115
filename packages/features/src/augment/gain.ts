import type { OptionNames } from '@ser/internal';
import type { Audio } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkRandom } from '../util/checks.ts';
import type { Random } from '../util/random.ts';
import { checkRecording } from './util/check-recording.ts';
import { drawn, type NumberOrRange } from './util/range.ts';
import { decibelRange } from './util/step-ranges.ts';

/** The options of `gain`. */
export interface GainOptions {
  /** Where randomness comes from: uniform numbers in [0, 1). Required. */
  random: Random;
  /**
   * The gain in dB, in [-200, 200], or the least and the most, between which it is drawn. Required.
   */
  db: NumberOrRange;
}

/** The names of the options. */
const OPTIONS: OptionNames<GainOptions> = { random: true, db: true };

/**
 * Makes a recording louder or quieter: samples · 10^(db / 20). What leaves full scale is kept.
 *
 * @returns New samples; `random` is called once for a range, and never for a number.
 * @throws {FeatureError} for audio that is empty, not finite or above 768 kHz, and for a gain out
 *   of range.
 */
export function gain(audio: Audio, options: GainOptions): Audio {
  checkOptions('gain', options, OPTIONS);
  const { random, db } = options;
  checkRecording('gain', audio);
  checkRandom('gain', 'random', random);
  decibelRange('gain', 'db', db);
  const factor = 10 ** (drawn(db, random) / 20);
  const samples = Float32Array.from(audio.samples);
  for (let i = 0; i < samples.length; i++) samples[i] = audio.samples[i] * factor;
  return { samples, sampleRate: audio.sampleRate };
}
