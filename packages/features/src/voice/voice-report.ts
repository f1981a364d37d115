import type { OptionNames } from '@ser/internal';
import type { Samples } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { decibels } from './util/find-harmonicity.ts';
import { findJitter, type Jitter } from './util/find-jitter.ts';
import { findPulses } from './util/find-pulses.ts';
import { findShimmer, type Shimmer } from './util/find-shimmer.ts';
import { checkFactor, intervals, usablePeriods } from './util/periods.ts';
import { PITCH_SETTINGS, type PitchSettings, pitchOf } from './util/pitch-settings.ts';
import { type PitchStatistics, pitchStatistics } from './util/pitch-statistics.ts';
import { toSound } from './util/sound.ts';
import { deviationOf, meanOf } from './util/spread.ts';

/** The options of `voiceReport`. */
export interface VoiceReportOptions extends PitchSettings {
  /** How many times as long as its neighbour a period may be. Default 1.3. */
  maxPeriodFactor?: number;
  /** How many times as large as its neighbour an amplitude may be. Default 1.6. */
  maxAmplitudeFactor?: number;
}

/** The names of the options. */
const VOICE_REPORT_OPTIONS: OptionNames<VoiceReportOptions> = {
  ...PITCH_SETTINGS,
  maxPeriodFactor: true,
  maxAmplitudeFactor: true,
};

/** What a voice is measured by. Numbers are NaN where a sound has too little of it. */
export interface VoiceReport {
  readonly pitch: PitchStatistics;
  /** How many pulses there are. */
  readonly pulses: number;
  /** How many periods lie between them, from 0.8 / `pitchCeiling` to 1.25 / `pitchFloor` long. */
  readonly periods: number;
  /** Seconds. */
  readonly meanPeriod: number;
  /** Seconds. */
  readonly periodDeviation: number;
  /** The share of frames that are unvoiced by themselves, whatever those around them. */
  readonly unvoicedFraction: number;
  /**
   * How many times intervals between pulses are longer than 1.25 / `pitchFloor`; such intervals in a
   * row are one break.
   */
  readonly voiceBreaks: number;
  /** The share of the sound that these take. */
  readonly voiceBreaksDegree: number;
  /** That of the periods above. */
  readonly jitter: Jitter;
  /** That of the periods above. */
  readonly shimmer: Shimmer;
  /** The mean strength of voiced frames. */
  readonly autocorrelation: number;
  /** The mean ratio of noise to what repeats itself, of voiced frames. */
  readonly nhr: number;
  /** The mean ratio of what repeats itself to noise, of voiced frames, in dB. */
  readonly hnr: number;
}

/**
 * The measures of a voice together; Praat's "Voice report" of a whole sound, after the pages of its
 * manual on voice breaks, jitter, shimmer and additive noise. Its `hnr` is of the voiced frames of
 * `pitch`, and not that of `harmonicity`.
 *
 * @throws {FeatureError} for audio that is empty or not finite, and for options out of range.
 */
export function voiceReport(samples: Samples, options: VoiceReportOptions): VoiceReport {
  checkOptions('voiceReport', options, VOICE_REPORT_OPTIONS);
  const { maxPeriodFactor = 1.3, maxAmplitudeFactor = 1.6, ...settings } = options;
  const { sampleRate, pitchFloor = 75, pitchCeiling = 600 } = settings;
  const sound = toSound('voiceReport', samples, sampleRate);
  checkFactor('voiceReport', 'maxPeriodFactor', maxPeriodFactor);
  checkFactor('voiceReport', 'maxAmplitudeFactor', maxAmplitudeFactor);
  const contour = pitchOf('voiceReport', sound, settings);
  const pulses = findPulses(sound, contour);
  const between = intervals(pulses);
  const longest = 1.25 / pitchFloor;
  const limits = { periodFloor: 0.8 / pitchCeiling, periodCeiling: longest, maxPeriodFactor };
  const periods = usablePeriods(between, limits);
  const breaks = between.filter((interval) => interval > longest);
  const strength = contour.strength.filter((_, t) => contour.frequency[t] > 0);
  return {
    pitch: pitchStatistics(contour.frequency),
    pulses: pulses.length,
    periods: periods.length,
    meanPeriod: meanOf(periods),
    periodDeviation: deviationOf(periods),
    unvoicedFraction: contour.locallyUnvoiced / contour.grid.count,
    voiceBreaks: between.filter((x, i) => x > longest && !(between[i - 1] > longest)).length,
    voiceBreaksDegree:
      breaks.reduce((sum, seconds) => sum + seconds, 0) / (sound.samples.length * sound.step),
    jitter: findJitter(pulses, limits),
    shimmer: findShimmer(sound, pulses, limits, maxAmplitudeFactor),
    autocorrelation: meanOf(strength),
    nhr: meanOf(strength.map((r) => (1 - r) / r)),
    hnr: meanOf(strength.map(decibels)),
  };
}
