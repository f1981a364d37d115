import type { PitchShiftOptions } from '../effects/pitch-shift.ts';
import type { AddNoiseOptions } from './add-noise.ts';
import type { ShiftOptions } from './shift.ts';

/** White noise of random loudness: `addNoise`. */
export interface AddNoiseStep extends Readonly<Omit<AddNoiseOptions, 'random'>> {
  readonly kind: 'addNoise';
}

/** Another speed at the same pitch: `timeStretch`. */
export interface TimeStretchStep {
  readonly kind: 'timeStretch';
  /** Speed: above 1 is faster and shorter, below 1 slower and longer. */
  readonly rate: number;
}

/** Another pitch at the same speed: `pitchShift`. */
export interface PitchShiftStep
  extends Readonly<Pick<PitchShiftOptions, 'nSteps' | 'binsPerOctave'>> {
  readonly kind: 'pitchShift';
}

/** A random move in time: `shift`. */
export interface ShiftStep extends Readonly<Omit<ShiftOptions, 'random'>> {
  readonly kind: 'shift';
}

/** One change of a signal, as plain JSON. */
export type VariantStep = AddNoiseStep | TimeStretchStep | PitchShiftStep | ShiftStep;

/**
 * A changed copy of every clip, to train on beside the originals, as plain JSON.
 */
export interface VariantConfig {
  /** The name that its rows carry. `original` is reserved for the clip itself. */
  readonly name: string;
  /** The changes, one after the other. */
  readonly steps: readonly VariantStep[];
}
