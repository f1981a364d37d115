import type { OptionNames } from '@ser/internal';
import { pitchShift } from '../effects/pitch-shift.ts';
import { timeStretch } from '../effects/time-stretch.ts';
import type { Samples } from '../samples.ts';
import { checkObject } from '../util/check-fields.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkPositive, checkRandom, checkSamples } from '../util/checks.ts';
import type { Random } from '../util/random.ts';
import { addNoise } from './add-noise.ts';
import { shift } from './shift.ts';
import { checkSampleSteps } from './util/check-steps.ts';
import type { SampleStep, VariantConfig } from './variant-config.ts';

/** The options of `applyVariant`. */
export interface ApplyVariantOptions {
  /** Samples per second. */
  sampleRate: number;
  /** Where randomness comes from: uniform numbers in [0, 1). */
  random: Random;
}

/** The names of the options. */
const OPTIONS: OptionNames<ApplyVariantOptions> = { sampleRate: true, random: true };

/**
 * Changes a signal as a variant of samples says, one step after the other. Variants with steps of
 * recordings are for `extractVariant`.
 *
 * @example
 * const random = () => uniformFloat64(generator);
 * const rows = REFERENCE_VARIANTS.map((variant) =>
 *   extractor.extractSamples(applyVariant(samples, variant, { sampleRate: 22_050, random })),
 * );
 *
 * @param samples What an extractor's `prepare` gave: cut and at its rate.
 * @returns A new array; a time stretch changes its length.
 * @throws {FeatureError} for audio that is empty or not finite, and for a step that is not one of
 *   samples.
 */
export function applyVariant(
  samples: Samples,
  variant: VariantConfig,
  options: ApplyVariantOptions,
): Float32Array {
  checkOptions('applyVariant', options, OPTIONS);
  const { sampleRate, random } = options;
  checkSamples('applyVariant', 'samples', samples);
  checkPositive('applyVariant', 'sampleRate', sampleRate);
  checkRandom('applyVariant', 'random', random);
  checkObject('applyVariant', 'variant', variant);
  let changed: Float32Array | undefined;
  for (const step of sampleSteps(variant)) {
    changed = applyStep(changed ?? samples, step, { sampleRate, random });
  }
  return changed ?? Float32Array.from(samples);
}

function sampleSteps({ steps }: VariantConfig): readonly SampleStep[] {
  checkSampleSteps('applyVariant', 'steps', steps);
  // Checked right above.
  return steps as readonly SampleStep[];
}

function applyStep(
  samples: Samples,
  step: SampleStep,
  { sampleRate, random }: ApplyVariantOptions,
): Float32Array {
  switch (step.kind) {
    case 'addNoise':
      return addNoise(samples, { random, amplitude: step.amplitude });
    case 'timeStretch':
      return timeStretch(samples, { rate: step.rate });
    case 'pitchShift': {
      const { nSteps, binsPerOctave } = step;
      return pitchShift(samples, { sampleRate, nSteps, binsPerOctave });
    }
    case 'shift':
      return shift(samples, { random, maxFraction: step.maxFraction, mode: step.mode });
  }
}
