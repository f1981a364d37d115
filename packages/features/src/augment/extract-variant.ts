import type { OptionNames } from '@ser/internal';
import type { Extractor } from '../extractor/extractor.ts';
import type { Audio } from '../samples.ts';
import { checkObject } from '../util/check-fields.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkRandom } from '../util/checks.ts';
import type { Random } from '../util/random.ts';
import { applyVariant } from './apply-variant.ts';
import { changeRecording } from './util/change-recording.ts';
import { checkSteps } from './util/check-steps.ts';
import type { VariantConfig } from './variant-config.ts';

/** The options of `extractVariant`. */
export interface ExtractVariantOptions {
  /** Where randomness comes from: uniform numbers in [0, 1). Required. */
  random: Random;
}

/** The names of the options. */
const OPTIONS: OptionNames<ExtractVariantOptions> = { random: true };

/**
 * The features of a clip that is changed as a variant says. Steps of the recording change it whole,
 * at its own rate; then the extractor cuts and resamples it, and brings it to its level; then come
 * the steps of samples.
 *
 * @example
 * const random = () => uniformFloat64(generator);
 * const rows = FUNCTIONALS_VARIANTS.map((variant) =>
 *   extractVariant(extractor, audio, variant, { random }),
 * );
 *
 * @returns What `extractor.extract` gives for the changed clip.
 * @throws {FeatureError} for audio that is empty or not finite or ends before the extractor's
 *   offset, and for a step that is not known.
 */
export function extractVariant(
  extractor: Extractor,
  audio: Audio,
  variant: VariantConfig,
  options: ExtractVariantOptions,
): Float32Array {
  checkOptions('extractVariant', options, OPTIONS);
  const { random } = options;
  checkRandom('extractVariant', 'random', random);
  checkObject('extractVariant', 'variant', variant);
  checkSteps('extractVariant', 'steps', variant.steps);
  const { recording, rest: steps } = changeRecording(audio, variant.steps, random);
  const samples = extractor.prepare(recording);
  const { sampleRate } = extractor.config;
  // What would be a copy.
  if (steps.length === 0 && samples instanceof Float32Array) {
    return extractor.extractSamples(samples);
  }
  const changed = applyVariant(samples, { name: variant.name, steps }, { sampleRate, random });
  return extractor.extractSamples(changed);
}
