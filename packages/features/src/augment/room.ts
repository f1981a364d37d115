import type { OptionNames } from '@ser/internal';
import type { Audio } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkRandom } from '../util/checks.ts';
import type { Random } from '../util/random.ts';
import { checkRecording } from './util/check-recording.ts';
import { convolve } from './util/convolve.ts';
import { normals } from './util/normals.ts';
import { drawn, type NumberOrRange } from './util/range.ts';
import { decibelRange, echoSeconds } from './util/step-ranges.ts';

/** The options of `room`. */
export interface RoomOptions {
  /** Where randomness comes from: uniform numbers in [0, 1). Required. */
  random: Random;
  /**
   * The reverberation time: seconds in which the echo falls by 60 dB, above 0 and at most 10, or
   * the least and the most, between which it is drawn. A living room has 0.4. Required.
   */
  rt60: NumberOrRange;
  /**
   * How far the echo is below the direct sound in dB, in [-200, 200], or the least and the most,
   * between which it is drawn. Default 0, which is the critical distance from the speaker.
   */
  drrDb?: NumberOrRange;
}

/** The names of the options. */
const OPTIONS: OptionNames<RoomOptions> = { random: true, rt60: true, drrDb: true };

/** Samples of the echo that are drawn together: an even number, since `normals` draws pairs. */
const BLOCK = 2 ** 14;

/**
 * Puts a recording into a room: convolves it with a synthetic impulse response, which is the direct
 * sound, followed by normally distributed noise that decays exponentially (J. Polack, "La
 * transmission de l'énergie sonore dans les salles", 1988) and ends after `rt60`.
 *
 * @returns As many samples as came: what echoes after the end is lost. `random` is called once for
 *   each range, the reverberation time's first, and then once for each sample of the echo, and once
 *   more where their number is odd.
 * @throws {FeatureError} for audio that is empty, not finite or above 768 kHz, and for options out
 *   of range.
 */
export function room(audio: Audio, options: RoomOptions): Audio {
  checkOptions('room', options, OPTIONS);
  const { random, rt60, drrDb = 0 } = options;
  checkRecording('room', audio);
  checkRandom('room', 'random', random);
  echoSeconds('room', 'rt60', rt60);
  decibelRange('room', 'drrDb', drrDb);
  const { samples, sampleRate } = audio;
  const decay = drawn(rt60, random) * sampleRate;
  const ratio = drawn(drrDb, random);
  // What begins after the end is not heard.
  const echo = echoOf(decay, 10 ** (-ratio / 10), samples.length, random);
  const late = convolve(samples, echo);
  const result = new Float32Array(samples.length);
  for (let i = 0; i < result.length; i++) result[i] = samples[i] + late[i];
  return { samples: result, sampleRate };
}

/**
 * The first `length` samples, or fewer, of noise that falls by 60 dB within `decay` samples, after
 * the direct sound, at sample 0, where it is 0. `energy` is that of the whole, which is drawn to
 * the end, whatever is kept.
 */
function echoOf(decay: number, energy: number, length: number, random: Random): Float64Array {
  const last = Math.floor(decay);
  const echo = new Float64Array(Math.min(1 + last, length));
  let sum = 0;
  for (let start = 1; start <= last; start += BLOCK) {
    const hiss = normals(Math.min(BLOCK, last + 1 - start), random);
    for (let i = 0; i < hiss.length; i++) {
      const t = start + i;
      const value = hiss[i] * 10 ** ((-3 * t) / decay);
      sum += value * value;
      if (t < echo.length) echo[t] = value;
    }
  }
  const scale = sum > 0 ? Math.sqrt(energy / sum) : 0;
  for (let t = 1; t < echo.length; t++) echo[t] *= scale;
  return echo;
}
