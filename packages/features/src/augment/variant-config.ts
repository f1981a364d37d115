import type { PitchShiftOptions } from '../effects/pitch-shift.ts';
import type { AddNoiseOptions } from './add-noise.ts';
import type { BandLimitOptions } from './band-limit.ts';
import type { GainOptions } from './gain.ts';
import type { MiddleOptions } from './middle.ts';
import type { NoiseOptions } from './noise.ts';
import type { RoomOptions } from './room.ts';
import type { ShiftOptions } from './shift.ts';
import type { SpeedOptions } from './speed.ts';

/** A recording that is played faster or slower: `speed`. */
export interface SpeedStep extends Readonly<SpeedOptions> {
  readonly kind: 'speed';
}

/** Noise a number of dB below what is said: `noise`. */
export interface NoiseStep extends Readonly<Omit<NoiseOptions, 'random'>> {
  readonly kind: 'noise';
}

/** What a file of a lower rate, or a line, keeps: `bandLimit`. */
export interface BandLimitStep extends Readonly<Omit<BandLimitOptions, 'random'>> {
  readonly kind: 'bandLimit';
}

/** The middle of what is said: `middle`. */
export interface MiddleStep extends Readonly<MiddleOptions> {
  readonly kind: 'middle';
}

/** A louder or quieter recording: `gain`. */
export interface GainStep extends Readonly<Omit<GainOptions, 'random'>> {
  readonly kind: 'gain';
}

/** The echo of a room: `room`. */
export interface RoomStep extends Readonly<Omit<RoomOptions, 'random'>> {
  readonly kind: 'room';
}

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

/** One change of a recording as it came, at its own rate and whole, as plain JSON. */
export type RecordingStep =
  | SpeedStep
  | NoiseStep
  | BandLimitStep
  | MiddleStep
  | GainStep
  | RoomStep;

/** One change of the samples that an extractor's `prepare` gave, as plain JSON. */
export type SampleStep = AddNoiseStep | TimeStretchStep | PitchShiftStep | ShiftStep;

/** One change of a clip, as plain JSON. */
export type VariantStep = RecordingStep | SampleStep;

/**
 * A changed copy of every clip, to train on beside the originals, as plain JSON.
 */
export interface VariantConfig {
  /** The name that its rows carry. `original` is reserved for the clip itself. */
  readonly name: string;
  /** The changes, one after the other, those of the recording first. */
  readonly steps: readonly VariantStep[];
}
