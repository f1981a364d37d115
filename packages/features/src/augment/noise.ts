import type { OptionNames } from '@ser/internal';
import type { Audio } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkRandom } from '../util/checks.ts';
import { loudPower } from '../util/loud-power.ts';
import type { Random } from '../util/random.ts';
import { checkRecording } from './util/check-recording.ts';
import { normals } from './util/normals.ts';
import { drawn, type NumberOrRange } from './util/range.ts';
import { decibelRange, noiseColour } from './util/step-ranges.ts';

/** The options of `noise`. */
export interface NoiseOptions {
  /** Where randomness comes from: uniform numbers in [0, 1). Required. */
  random: Random;
  /**
   * How far the noise is below the loud frames of the recording in dB, in [-200, 200], or the least
   * and the most, between which it is drawn. Loud are the 25 ms frames every 10 ms within 30 dB of
   * the loudest. Required.
   */
  snrDb: NumberOrRange;
  /**
   * `'white'` is as strong at every frequency. `'red'` falls by 6 dB an octave above some 400 Hz.
   * Default `'white'`.
   */
  colour?: 'white' | 'red';
}

/** The names of the options. */
const OPTIONS: OptionNames<NoiseOptions> = { random: true, snrDb: true, colour: true };

/** The pole of the filter that makes noise red, at the rate that it is for. */
const RED_POLE = 0.95;
const RED_RATE = 48_000;

/**
 * Adds normally distributed noise over the whole band of a recording. Its mean square is exactly
 * what `snrDb` says.
 *
 * @returns New samples; `random` is called once for a range, and then once a sample, and once more
 *   where their number is odd.
 * @throws {FeatureError} for audio that is empty, not finite or above 768 kHz, and for options out
 *   of range.
 */
export function noise(audio: Audio, options: NoiseOptions): Audio {
  checkOptions('noise', options, OPTIONS);
  const { random, snrDb, colour = 'white' } = options;
  checkRecording('noise', audio);
  checkRandom('noise', 'random', random);
  decibelRange('noise', 'snrDb', snrDb);
  noiseColour('noise', 'colour', colour);
  const { samples, sampleRate } = audio;
  const power = loudPower(samples, sampleRate) / 10 ** (drawn(snrDb, random) / 10);
  const hiss = normals(samples.length, random);
  if (colour === 'red') lowPass(hiss, RED_POLE ** (RED_RATE / sampleRate));
  let energy = 0;
  for (const value of hiss) energy += value * value;
  const scale = energy > 0 ? Math.sqrt((power * hiss.length) / energy) : 0;
  const noisy = new Float32Array(samples.length);
  for (let i = 0; i < noisy.length; i++) noisy[i] = samples[i] + scale * hiss[i];
  return { samples: noisy, sampleRate };
}

/** A filter of one pole, in place: each value becomes itself and `pole` times the one before. */
function lowPass(values: Float64Array, pole: number): void {
  for (let i = 1; i < values.length; i++) values[i] += pole * values[i - 1];
}
