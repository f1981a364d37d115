import type { OptionNames } from '@ser/internal';
import { log2 } from '../kernels/log10.ts';
import type { Samples } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { badArgument, checkInteger } from '../util/checks.ts';
import { differenceFunction } from '../util/difference-function.ts';
import { FRAME_OPTIONS, type FrameOptions } from '../util/frame-options.ts';
import { frameSignal } from '../util/framing.ts';
import { MAX_LENGTH, MAX_VALUES } from '../util/limits.ts';
import type { PadMode } from '../util/pad-source.ts';
import { observer } from '../util/pyin/observer.ts';
import { pitchTransitions } from '../util/pyin/pitch-transitions.ts';
import { pitchViterbi } from '../util/pyin/pitch-viterbi.ts';
import { checkPyinPrior, PYIN_PRIOR_OPTIONS, type PyinPrior } from '../util/pyin/prior-options.ts';
import { roundHalfToEven } from '../util/round-half-to-even.ts';

/** The options of {@link pyin}; `hopLength` defaults to `floor(frameLength / 4)`. */
export interface PyinOptions extends FrameOptions, PyinPrior {
  /** Lowest pitch in Hz. A frame must be longer than its period. */
  fMin: number;
  /** Highest pitch in Hz. */
  fMax: number;
  /** Samples per second. */
  sampleRate: number;
  /** The pitch of frames that are not voiced; null for the best guess. Default NaN. */
  fillNa?: number | null;
  /** How centring pads the signal; `'constant'` pads with zeros. Default `'constant'`. */
  padMode?: PadMode;
}

/** The names of the options. */
const PYIN_OPTIONS: OptionNames<PyinOptions> = {
  ...FRAME_OPTIONS,
  ...PYIN_PRIOR_OPTIONS,
  fMin: true,
  fMax: true,
  sampleRate: true,
  fillNa: true,
  padMode: true,
};

/** What {@link pyin} finds, a value a frame. */
export interface PyinTrack {
  /** Hz; `fillNa` where a frame is not voiced. */
  readonly f0: Float32Array;
  /** 1 where a frame is voiced, and 0 where it is not. */
  readonly voicedFlag: Uint8Array;
  /** The probability that a frame is voiced, before its neighbours are heard. */
  readonly voicedProbability: Float32Array;
}

/** States are numbered in 16 bits, as in librosa. */
const MAX_BINS = 2 ** 15;

/** How many bins a step may go. The table of steps then has four million numbers. */
const MAX_REACH = 1024;

/**
 * Fundamental frequency and voicing by probabilistic YIN; librosa's `pyin` (M. Mauch and S. Dixon,
 * "pYIN: a fundamental frequency estimator using probabilistic threshold distributions", 2014).
 *
 * @throws {FeatureError} for audio that is empty or not finite, and for options out of range.
 */
export function pyin(samples: Samples, options: PyinOptions): PyinTrack {
  checkOptions('pyin', options, PYIN_OPTIONS);
  const { frameLength = 2048, center = true, padMode = 'constant' } = options;
  const { sampleRate, fMin, fMax, fillNa = Number.NaN } = options;
  checkInteger('pyin', 'frameLength', frameLength, 4, MAX_LENGTH);
  const { hopLength = Math.floor(frameLength / 4) } = options;
  checkInteger('pyin', 'hopLength', hopLength, 1);
  if (fillNa !== null && typeof fillNa !== 'number') {
    throw badArgument('pyin', 'fillNa', 'a number or null', fillNa);
  }
  const prior = checkPyinPrior('pyin', options);
  const lags = differenceFunction('pyin', frameLength, { sampleRate, fMin, fMax });
  const signal = frameSignal('pyin', samples, frameLength, { hopLength, center, padMode });

  const perSemitone = Math.ceil(1 / prior.resolution);
  const perOctave = 12 * perSemitone;
  const bins = Math.floor(perOctave * log2(fMax / fMin)) + 1;
  const frames = signal.count;
  const semitones = roundHalfToEven((prior.maxTransitionRate * 12 * hopLength) / sampleRate);
  const width = Math.min(semitones * perSemitone + 1, MAX_LENGTH);
  const reach = Math.min(width / 2, bins);
  if (bins > MAX_BINS || reach > MAX_REACH || 2 * bins * frames > MAX_VALUES) {
    const most = `${MAX_BINS} bins, steps of ${MAX_REACH} bins and ${MAX_VALUES} states in all`;
    throw badArgument('pyin', 'resolution', `coarse enough for ${most}`, prior.resolution);
  }
  const path = pitchViterbi(bins, frames, pitchTransitions(bins, width, prior.switchProb));
  const observe = observer(lags, { ...prior, sampleRate, fMin, bins, perOctave });

  const voicedProbability = new Float32Array(frames);
  for (let t = 0; t < frames; t++) {
    signal.seekFrame(t);
    lags.load(signal.values, signal.start);
    const seen = observe();
    voicedProbability[t] = seen.voiced;
    path.step(seen.bins, seen.probabilities, seen.count, (1 - seen.voiced) / bins);
  }
  const states = path.states();
  const voicedFlag = Uint8Array.from(states, (state) => (state < bins ? 1 : 0));
  const f0 = Float32Array.from(states, (state, t) =>
    voicedFlag[t] === 0 && fillNa !== null ? fillNa : fMin * 2 ** ((state % bins) / perOctave),
  );
  return { f0, voicedFlag, voicedProbability };
}
