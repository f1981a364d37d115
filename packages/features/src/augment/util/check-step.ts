import { type Check, checkFields, checkObject, type FieldChecks } from '../../util/check-fields.ts';
import { badArgument } from '../../util/checks.ts';
import { finite, integer, nonNegative, oneOf, positive, within } from '../../util/field-checks.ts';
import { MAX_LENGTH } from '../../util/limits.ts';
import type {
  AddNoiseStep,
  BandLimitStep,
  GainStep,
  MiddleStep,
  NoiseStep,
  PitchShiftStep,
  RecordingStep,
  RoomStep,
  SampleStep,
  ShiftStep,
  SpeedStep,
  TimeStretchStep,
  VariantStep,
} from '../variant-config.ts';
import { checkBand } from './check-band.ts';
import {
  bandEdge,
  decibelRange,
  echoSeconds,
  fileRate,
  noiseColour,
  partSeconds,
  speedRate,
} from './step-ranges.ts';

/** What a step may be: a check for each option, and the options that it must have. */
interface StepChecks {
  readonly checks: Record<string, Check>;
  readonly required: readonly string[];
}

const speed: FieldChecks<SpeedStep> = { rate: speedRate };
const noise: FieldChecks<NoiseStep> = { snrDb: decibelRange, colour: noiseColour };
const bandLimit: FieldChecks<BandLimitStep> = {
  sampleRate: fileRate,
  lowest: bandEdge,
  highest: bandEdge,
};
const middle: FieldChecks<MiddleStep> = { seconds: partSeconds };
const gain: FieldChecks<GainStep> = { db: decibelRange };
const room: FieldChecks<RoomStep> = { rt60: echoSeconds, drrDb: decibelRange };

const RECORDING_STEPS: Readonly<Record<RecordingStep['kind'], StepChecks>> = {
  speed: { checks: speed, required: ['rate'] },
  noise: { checks: noise, required: ['snrDb'] },
  bandLimit: { checks: bandLimit, required: ['sampleRate'] },
  middle: { checks: middle, required: ['seconds'] },
  gain: { checks: gain, required: ['db'] },
  room: { checks: room, required: ['rt60'] },
};

const addNoise: FieldChecks<AddNoiseStep> = { amplitude: nonNegative };
const timeStretch: FieldChecks<TimeStretchStep> = { rate: positive };
const pitchShift: FieldChecks<PitchShiftStep> = {
  nSteps: finite,
  binsPerOctave: integer(1, MAX_LENGTH),
};
const shift: FieldChecks<ShiftStep> = { maxFraction: within(0, 1), mode: oneOf('zero', 'wrap') };

const SAMPLE_STEPS: Readonly<Record<SampleStep['kind'], StepChecks>> = {
  addNoise: { checks: addNoise, required: [] },
  timeStretch: { checks: timeStretch, required: ['rate'] },
  pitchShift: { checks: pitchShift, required: ['nSteps'] },
  shift: { checks: shift, required: [] },
};

const STEPS: Readonly<Record<VariantStep['kind'], StepChecks>> = {
  ...RECORDING_STEPS,
  ...SAMPLE_STEPS,
};

const isKindOf = <Kind extends string>(
  steps: Readonly<Record<Kind, StepChecks>>,
  kind: unknown,
): kind is Kind => typeof kind === 'string' && Object.hasOwn(steps, kind);

/** Whether a step changes the recording, before it is cut and resampled. */
export const isRecordingStep = (step: VariantStep): step is RecordingStep =>
  isKindOf(RECORDING_STEPS, step.kind);

/** Throws unless `step` is one of recordings or of samples, with its options and no other. */
export function checkStep(
  caller: string,
  path: string,
  step: unknown,
): asserts step is VariantStep {
  checkKind(caller, path, step, STEPS);
}

/** Throws unless `step` is one of samples, with its options and no other. */
export function checkSampleStep(
  caller: string,
  path: string,
  step: unknown,
): asserts step is SampleStep {
  checkKind(caller, path, step, SAMPLE_STEPS);
}

function checkKind<Kind extends string>(
  caller: string,
  path: string,
  step: unknown,
  steps: Readonly<Record<Kind, StepChecks>>,
): void {
  checkObject(caller, path, step);
  const { kind } = step;
  if (!isKindOf(steps, kind)) {
    const late = isKindOf(RECORDING_STEPS, kind) ? ', since samples are no recording any more' : '';
    const expected = `one of ${Object.keys(steps).join(', ')}${late}`;
    throw badArgument(caller, `${path}.kind`, expected, kind);
  }
  const { checks, required } = steps[kind];
  checkFields(caller, path, step, { kind: oneOf(kind), ...checks }, { required });
  if (kind === 'bandLimit') checkBand(caller, `${path}.`, step);
}
