import type { Check } from '../../util/check-fields.ts';
import { badArgument, checkCount } from '../../util/checks.ts';
import { MAX_STEPS, MAX_STRETCH } from '../../util/limits.ts';
import type { VariantStep } from '../variant-config.ts';
import { checkSampleStep, checkStep, isRecordingStep } from './check-step.ts';

/**
 * Throws unless `steps` is a list of steps of recordings, then of samples, which together make a
 * clip no more than `MAX_STRETCH` times as long.
 */
export const checkSteps: Check = (caller, path, steps) => {
  checkList(caller, path, steps, true);
};

/** Throws unless `steps` is such a list of steps of samples alone. */
export const checkSampleSteps: Check = (caller, path, steps) => {
  checkList(caller, path, steps, false);
};

function checkList(caller: string, path: string, steps: unknown, ofRecordings: boolean): void {
  if (!Array.isArray(steps)) throw badArgument(caller, path, 'a list of steps', steps);
  checkCount(caller, path, steps, MAX_STEPS);
  let isRecording = ofRecordings;
  let length = 1;
  steps.forEach((step: unknown, i) => {
    const check: typeof checkStep = isRecording ? checkStep : checkSampleStep;
    check(caller, `${path}[${i}]`, step);
    isRecording &&= isRecordingStep(step);
    const during = length * stretchOf(step);
    if (during > MAX_STRETCH) {
      const expected = `one that leaves a variant at most ${MAX_STRETCH} times as long as its clip`;
      throw badArgument(caller, `${path}[${i}]`, expected, during);
    }
    if (step.kind !== 'pitchShift') length = during;
  });
}

/** How many times as long a step makes a clip; a shift of pitch does so for a while. */
function stretchOf(step: VariantStep): number {
  switch (step.kind) {
    case 'speed':
    case 'timeStretch':
      return 1 / step.rate;
    case 'pitchShift':
      return 2 ** (step.nSteps / (step.binsPerOctave ?? 12));
    default:
      return 1;
  }
}
