import { FeatureError } from '../feature-error.ts';
import type { Samples } from '../samples.ts';
import { badArgument, checkPositive } from '../util/checks.ts';
import { MAX_SAMPLE_RATE } from '../util/limits.ts';
import { type EgemapsFraming, egemapsFraming, fewestSamples } from './framing.ts';
import { soundLevel } from './functionals/sound-level.ts';
import { quantise } from './quantise.ts';
import { spectralDescriptors } from './spectral/spectral-descriptors.ts';
import { type VoiceDescriptors, voiceDescriptors } from './voice/voice-descriptors.ts';

/** The lowest rate in Hz, which has the spectrum up to 4 kHz. */
const LOWEST_RATE = 8000;

/** The low-level descriptors of a clip, not yet smoothed. */
export interface EgemapsDescriptors {
  readonly framing: EgemapsFraming;
  /** Ten tracks of 20 ms frames, in the order of their names. */
  readonly spectral: Float32Array[];
  /** Those of 60 ms frames. */
  readonly voice: VoiceDescriptors;
  /** The equivalent sound level in dB. */
  readonly level: number;
}

/**
 * The low-level descriptors of samples at their own rate, which have been checked.
 *
 * @throws {FeatureError} for clips shorter than 60 ms and rates below 8,000 Hz.
 */
export function describeEgemaps(
  caller: string,
  samples: Samples,
  sampleRate: number,
): EgemapsDescriptors {
  checkPositive(caller, 'sampleRate', sampleRate);
  if (sampleRate < LOWEST_RATE || sampleRate > MAX_SAMPLE_RATE) {
    const expected = `in [${LOWEST_RATE}, ${MAX_SAMPLE_RATE}]; resample the clip first`;
    throw badArgument(caller, 'sampleRate', expected, sampleRate);
  }
  const fewest = fewestSamples(sampleRate);
  if (samples.length < fewest) {
    const text = `${caller}: the clip must have at least 60 ms, ${fewest} samples at ${sampleRate} Hz, got ${samples.length}`;
    throw new FeatureError('too-short', text);
  }
  const framing = egemapsFraming(samples.length, sampleRate);
  const quantised = quantise(samples, framing.nFft);
  return {
    framing,
    spectral: spectralDescriptors(quantised, framing),
    voice: voiceDescriptors(quantised.subarray(0, samples.length), sampleRate),
    level: soundLevel(quantised, framing),
  };
}
