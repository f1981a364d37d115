import { type Check, checkFields, checkObject, type FieldChecks } from '../../util/check-fields.ts';
import { badArgument } from '../../util/checks.ts';
import { finite, integer, nonNegative, oneOf, positive } from '../../util/field-checks.ts';
import { MAX_LENGTH } from '../../util/limits.ts';
import type {
  AddNoiseStep,
  PitchShiftStep,
  ShiftStep,
  TimeStretchStep,
  VariantStep,
} from '../variant-config.ts';

const unitInterval: Check = (caller, path, value) => {
  if (typeof value === 'number' && value >= 0 && value <= 1) return;
  throw badArgument(caller, path, 'in [0, 1]', value);
};

const addNoise: FieldChecks<AddNoiseStep> = { amplitude: nonNegative };
const timeStretch: FieldChecks<TimeStretchStep> = { rate: positive };
const pitchShift: FieldChecks<PitchShiftStep> = {
  nSteps: finite,
  binsPerOctave: integer(1, MAX_LENGTH),
};
const shift: FieldChecks<ShiftStep> = { maxFraction: unitInterval, mode: oneOf('zero', 'wrap') };

const STEPS: Readonly<
  Record<VariantStep['kind'], { checks: Record<string, Check>; required: readonly string[] }>
> = {
  addNoise: { checks: addNoise, required: [] },
  timeStretch: { checks: timeStretch, required: ['rate'] },
  pitchShift: { checks: pitchShift, required: ['nSteps'] },
  shift: { checks: shift, required: [] },
};

const isKind = (kind: unknown): kind is VariantStep['kind'] =>
  typeof kind === 'string' && Object.hasOwn(STEPS, kind);

/** Throws unless `step` is one that `applyVariant` knows, with its options and no other. */
export function checkStep(
  caller: string,
  path: string,
  step: unknown,
): asserts step is VariantStep {
  checkObject(caller, path, step);
  const { kind } = step;
  const kinds = Object.keys(STEPS);
  if (!isKind(kind)) {
    throw badArgument(caller, `${path}.kind`, `one of ${kinds.join(', ')}`, kind);
  }
  const { checks, required } = STEPS[kind];
  checkFields(caller, path, step, { kind: oneOf(kind), ...checks }, { required });
}
