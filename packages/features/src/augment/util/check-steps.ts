import type { Check } from '../../util/check-fields.ts';
import { badArgument, checkCount } from '../../util/checks.ts';
import { MAX_STEPS, MAX_STRETCH } from '../../util/limits.ts';
import type { VariantStep } from '../variant-config.ts';
import { checkStep } from './check-step.ts';

/**
 * Throws unless `steps` is a list of steps that `applyVariant` knows, which together make a signal
 * no more than `MAX_STRETCH` times as long.
 */
export const checkSteps: Check = (caller, path, steps) => {
  if (!Array.isArray(steps)) throw badArgument(caller, path, 'a list of steps', steps);
  checkCount(caller, path, steps, MAX_STEPS);
  let length = 1;
  steps.forEach((step: unknown, i) => {
    checkStep(caller, `${path}[${i}]`, step);
    const during = length * stretchOf(step);
    if (during > MAX_STRETCH) {
      const expected = `one that leaves a variant at most ${MAX_STRETCH} times as long as its clip`;
      throw badArgument(caller, `${path}[${i}]`, expected, during);
    }
    if (step.kind === 'timeStretch') length = during;
  });
};

/** How many times as long a step makes a signal; a shift of pitch does so for a while. */
function stretchOf(step: VariantStep): number {
  switch (step.kind) {
    case 'timeStretch':
      return 1 / step.rate;
    case 'pitchShift':
      return 2 ** (step.nSteps / (step.binsPerOctave ?? 12));
    default:
      return 1;
  }
}
