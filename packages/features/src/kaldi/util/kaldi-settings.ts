import type { Check } from '../../util/check-fields.ts';
import { badArgument, checkInteger, checkRandom } from '../../util/checks.ts';
import {
  boolean,
  finite,
  integer,
  nonNegative,
  oneOf,
  positive,
  within,
} from '../../util/field-checks.ts';
import { MAX_LENGTH, MAX_ROWS, MAX_VALUES } from '../../util/limits.ts';
import { normal } from '../../util/random.ts';
import type {
  KaldiEnergyOptions,
  KaldiFrameOptions,
  KaldiMelOptions,
  KaldiSignalOptions,
} from '../kaldi-options.ts';
import { KALDI_WINDOWS } from './kaldi-window.ts';

type FrameOptions = KaldiFrameOptions & KaldiMelOptions & KaldiEnergyOptions;

/** The framing of a signal, in samples. */
export interface KaldiFraming {
  readonly sampleRate: number;
  /** Samples of a frame, 2 or more. */
  readonly length: number;
  /** Samples from one frame to the next. */
  readonly shift: number;
  /** Noise to add to a scaled sample; undefined is none. */
  readonly noise: (() => number) | undefined;
}

/** The options of `fbank` and `mfcc` in common, with their defaults, and what follows from them. */
export interface KaldiSettings extends KaldiFraming, Readonly<Required<FrameOptions>> {
  /** Samples of a transform. */
  readonly nFft: number;
}

/** A check for each option of a frame. */
export const KALDI_FRAME_CHECKS: Readonly<Record<keyof FrameOptions, Check>> = {
  scale: positive,
  preemphasisCoefficient: within(0, 1),
  removeDcOffset: boolean,
  windowType: oneOf(...KALDI_WINDOWS),
  blackmanCoeff: finite,
  roundToPowerOfTwo: boolean,
  snipEdges: boolean,
  numMelBins: integer(3, MAX_ROWS),
  lowFreq: nonNegative,
  highFreq: finite,
  energyFloor: nonNegative,
  rawEnergy: boolean,
  htkCompat: boolean,
};

/**
 * Fills in defaults.
 *
 * @throws {FeatureError} for a band of frequencies that the rate does not have.
 */
export function kaldiSettings(
  caller: string,
  framing: KaldiFraming,
  options: FrameOptions,
): KaldiSettings {
  const { scale = 32768, preemphasisCoefficient = 0.97, removeDcOffset = true } = options;
  const { windowType = 'povey', blackmanCoeff = 0.42, roundToPowerOfTwo = true } = options;
  const { snipEdges = true, numMelBins = 23, lowFreq = 20 } = options;
  const { energyFloor = 0, rawEnergy = true, htkCompat = false } = options;
  const nyquist = framing.sampleRate / 2;
  const { highFreq: asked = 0 } = options;
  const highFreq = asked > 0 ? asked : nyquist + asked;
  if (lowFreq >= nyquist) throw badArgument(caller, 'lowFreq', `below ${nyquist} Hz`, lowFreq);
  if (!(highFreq > lowFreq && highFreq <= nyquist)) {
    const expected = `above lowFreq=${lowFreq} and at most ${nyquist} Hz, or below 0 from there`;
    throw badArgument(caller, 'highFreq', expected, asked);
  }
  let nFft = framing.length;
  if (roundToPowerOfTwo) for (nFft = 1; nFft < framing.length; ) nFft *= 2;
  if (numMelBins * nFft > MAX_VALUES) {
    throw badArgument(caller, 'numMelBins', `at most ${MAX_VALUES} / ${nFft}`, numMelBins);
  }
  return {
    ...framing,
    nFft,
    scale,
    preemphasisCoefficient,
    removeDcOffset,
    windowType,
    blackmanCoeff,
    roundToPowerOfTwo,
    snipEdges,
    numMelBins,
    lowFreq,
    highFreq,
    energyFloor,
    rawEnergy,
    htkCompat,
  };
}

const SIGNAL_CHECKS: Readonly<Record<string, Check>> = {
  sampleRate: positive,
  frameLength: positive,
  frameShift: positive,
  dither: nonNegative,
};

/**
 * The framing in samples, after all options have been checked.
 *
 * @param checks A check for each option that says what is computed of a frame.
 * @throws {FeatureError} for options out of range.
 */
export function kaldiFraming(
  caller: string,
  options: KaldiSignalOptions,
  checks: Readonly<Record<string, Check>>,
): KaldiFraming {
  const values = options as Readonly<Record<string, unknown>>;
  for (const [name, check] of Object.entries({ ...SIGNAL_CHECKS, ...checks })) {
    if (values[name] !== undefined) check(caller, name, values[name]);
  }
  const { sampleRate = 16000, frameLength = 25, frameShift = 10, dither = 0, random } = options;
  // Kaldi rounds down, after the same products.
  const length = Math.floor(sampleRate * 0.001 * frameLength);
  const shift = Math.floor(sampleRate * 0.001 * frameShift);
  checkInteger(caller, 'frameLength (in samples)', length, 2, MAX_LENGTH);
  checkInteger(caller, 'frameShift (in samples)', shift, 1);
  if (dither === 0) return { sampleRate, length, shift, noise: undefined };
  checkRandom(caller, 'random', random);
  return { sampleRate, length, shift, noise: () => dither * normal(random) };
}
