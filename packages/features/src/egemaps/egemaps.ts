import type { OptionNames } from '@ser/internal';
import type { Samples } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkSamples } from '../util/checks.ts';
import type { Matrix } from '../util/matrix.ts';
import { describeEgemaps } from './descriptors.ts';
import { egemapsFunctionals } from './functionals/egemaps-functionals.ts';
import { lldMatrix } from './lld.ts';

/** The options of eGeMAPS. */
export interface EgemapsOptions {
  /** Samples per second, from 8,000 on. Default: none. */
  sampleRate: number;
}

const OPTIONS: OptionNames<EgemapsOptions> = { sampleRate: true };

/**
 * The 88 functionals of a clip that `egemapsNames` names: eGeMAPSv02 (F. Eyben et al., "The Geneva
 * Minimalistic Acoustic Parameter Set (GeMAPS) for voice research and affective computing", 2016) as
 * openSMILE computes it. Units are openSMILE's: semitones from 27.5 Hz, Hz, dB, seconds.
 *
 * The clip keeps its rate, as in openSMILE, and samples are cut to 16 bits. In a clip without voice
 * the values of the voice are 0.
 *
 * @throws {FeatureError} for samples that are empty or not finite, for clips shorter than 60 ms, and
 *   for options out of range.
 */
export function egemaps(samples: Samples, options: EgemapsOptions): Float32Array {
  checkOptions('egemaps', options, OPTIONS);
  checkSamples('egemaps', 'samples', samples);
  return egemapsFunctionals(describeEgemaps('egemaps', samples, options.sampleRate));
}

/**
 * The 25 low-level descriptors that `egemapsLldNames` names, smoothed over three frames:
 * `[25, frames]`, a frame every 10 ms. Frame t begins at t · 10 ms; those of the spectrum are 20 ms
 * long, those of the voice 60 ms. There is one frame more than there are whole frames of 60 ms.
 *
 * @throws {FeatureError} as {@link egemaps}.
 */
export function egemapsLld(samples: Samples, options: EgemapsOptions): Matrix {
  checkOptions('egemapsLld', options, OPTIONS);
  checkSamples('egemapsLld', 'samples', samples);
  return lldMatrix(describeEgemaps('egemapsLld', samples, options.sampleRate));
}
