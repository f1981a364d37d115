import type { OptionNames } from '@ser/internal';
import type { Audio } from '../samples.ts';
import { checkObject } from '../util/check-fields.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkRandom } from '../util/checks.ts';
import type { Random } from '../util/random.ts';
import { applyVariant } from './apply-variant.ts';
import { changeRecording } from './util/change-recording.ts';
import { checkSteps } from './util/check-steps.ts';
import type { VariantConfig } from './variant-config.ts';

/** The options of `changeAudio`. */
export interface ChangeAudioOptions {
  /** Where randomness comes from: uniform numbers in [0, 1). Required. */
  random: Random;
}

/** The names of the options. */
const OPTIONS: OptionNames<ChangeAudioOptions> = { random: true };

/**
 * A recording as a variant changes it, at the rate that it then has, to hear it or to write it to a
 * file. The steps of samples are applied at that rate, too; `extractVariant` applies them at the
 * extractor's.
 *
 * @returns A new recording; samples may lie beyond ±1.
 * @throws {FeatureError} for audio that is empty or not finite, and for a step that is not known.
 */
export function changeAudio(
  audio: Audio,
  variant: VariantConfig,
  options: ChangeAudioOptions,
): Audio {
  checkOptions('changeAudio', options, OPTIONS);
  const { random } = options;
  checkRandom('changeAudio', 'random', random);
  checkObject('changeAudio', 'variant', variant);
  checkSteps('changeAudio', 'steps', variant.steps);
  const { recording, rest: steps } = changeRecording(audio, variant.steps, random);
  const { samples, sampleRate } = recording;
  const { name } = variant;
  return { samples: applyVariant(samples, { name, steps }, { sampleRate, random }), sampleRate };
}
