import type { OptionNames } from '@ser/internal';
import { badArgument, checkInteger, checkPositive } from '../checks.ts';

/** What pYIN expects of pitches before it has heard any. */
export interface PyinPrior {
  /** How many thresholds the difference function is compared with. Default 100. */
  nThresholds?: number;
  /** The shape of the beta distribution of thresholds. Default [2, 18]. */
  betaParameters?: readonly [a: number, b: number];
  /** How much likelier short periods are: the parameter of a Boltzmann distribution. Default 2. */
  boltzmannParameter?: number;
  /** The size of a bin of pitch in semitones, at most 1. Default 0.1. */
  resolution?: number;
  /** The fastest change of pitch in octaves per second. Default 35.92. */
  maxTransitionRate?: number;
  /** The probability that voicing changes from one frame to the next. Default 0.01. */
  switchProb?: number;
  /** The part of the thresholds above no trough that the deepest trough gets. Default 0.01. */
  noTroughProb?: number;
}

/** The names of the options. */
export const PYIN_PRIOR_OPTIONS: OptionNames<PyinPrior> = {
  nThresholds: true,
  betaParameters: true,
  boltzmannParameter: true,
  resolution: true,
  maxTransitionRate: true,
  switchProb: true,
  noTroughProb: true,
};

/** The most thresholds. */
export const MAX_THRESHOLDS: number = 1024;

/** The greatest parameter of a shape: with more, all thresholds are one. */
const MAX_SHAPE = 1000;

/** The finest resolution in semitones: 16 octaves have 2^15 bins with a coarser one. */
export const MIN_RESOLUTION: number = 1e-3;

/**
 * Fills in defaults.
 *
 * @throws {FeatureError} for an option out of range.
 */
export function checkPyinPrior(caller: string, options: PyinPrior): Required<PyinPrior> {
  const {
    nThresholds = 100,
    betaParameters = [2, 18],
    boltzmannParameter = 2,
    resolution = 0.1,
    maxTransitionRate = 35.92,
    switchProb = 0.01,
    noTroughProb = 0.01,
  } = options;
  checkInteger(caller, 'nThresholds', nThresholds, 1, MAX_THRESHOLDS);
  checkShapes(caller, 'betaParameters', betaParameters);
  checkPositive(caller, 'boltzmannParameter', boltzmannParameter);
  checkPart(caller, 'resolution', resolution, MIN_RESOLUTION);
  checkPositive(caller, 'maxTransitionRate', maxTransitionRate);
  checkPart(caller, 'switchProb', switchProb, 0);
  checkPart(caller, 'noTroughProb', noTroughProb, 0);
  return {
    nThresholds,
    betaParameters,
    boltzmannParameter,
    resolution,
    maxTransitionRate,
    switchProb,
    noTroughProb,
  };
}

/** Throws unless `value` is the two parameters of a beta distribution. */
export function checkShapes(caller: string, name: string, value: unknown): void {
  const fits = (shape: unknown): boolean =>
    typeof shape === 'number' && shape > 0 && shape <= MAX_SHAPE;
  if (Array.isArray(value) && value.length === 2 && value.every(fits)) return;
  throw badArgument(caller, name, `two numbers in (0, ${MAX_SHAPE}]`, value);
}

/** Throws unless `value` is a number from `min` to 1. */
function checkPart(caller: string, name: string, value: unknown, min: number): void {
  if (typeof value === 'number' && value >= min && value <= 1) return;
  throw badArgument(caller, name, `in [${min}, 1]`, value);
}
