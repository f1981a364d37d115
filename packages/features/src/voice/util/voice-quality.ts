import { crossCorrelator } from './cross-correlator.ts';
import { findHarmonicity, meanHarmonicity } from './find-harmonicity.ts';
import { findJitter } from './find-jitter.ts';
import { findPulses } from './find-pulses.ts';
import { findShimmer } from './find-shimmer.ts';
import { toPeriods } from './periods.ts';
import { pitchOf } from './pitch-settings.ts';
import type { Sound } from './sound.ts';

/** The lowest and the highest pitch in Hz. */
export interface VoiceRange {
  readonly pitchFloor: number;
  readonly pitchCeiling: number;
}

/** How many times as large as its neighbour an amplitude may be; Praat's default. */
const MAX_AMPLITUDE_FACTOR = 1.6;

/** Praat's defaults of harmonicity. */
const HARMONICITY = { timeStep: 0.01, silenceThreshold: 0.1 };

/** The names of a clip's values. */
export const VOICE_QUALITY_NAMES: readonly string[] = [
  'jitterLocal',
  'jitterLocalAbsolute',
  'jitterRap',
  'jitterPpq5',
  'jitterDdp',
  'shimmerLocal',
  'shimmerLocalDb',
  'shimmerApq3',
  'shimmerApq5',
  'shimmerApq11',
  'shimmerDda',
  'hnr',
  'voiced',
];

/** Jitter, shimmer, harmonicity and the share of voiced frames; 0 for what a clip does not have. */
export function voiceQuality(caller: string, sound: Sound, range: VoiceRange): Float32Array {
  const { pitchFloor } = range;
  const pitch = pitchOf(caller, sound, { sampleRate: sound.sampleRate, ...range });
  const pulses = findPulses(sound, pitch);
  const periods = toPeriods(caller, {});
  const jitter = findJitter(pulses, periods);
  const shimmer = findShimmer(sound, pulses, periods, MAX_AMPLITUDE_FACTOR);
  const correlator = crossCorrelator(sound, { floor: pitchFloor, periods: 1 });
  const { values } = findHarmonicity(sound, correlator, { ...HARMONICITY, pitchFloor });
  const voiced = pitch.frequency.filter((hz) => hz > 0).length / pitch.grid.count;
  return Float32Array.of(
    jitter.local,
    jitter.localAbsolute,
    jitter.rap,
    jitter.ppq5,
    jitter.ddp,
    shimmer.local,
    shimmer.localDb,
    shimmer.apq3,
    shimmer.apq5,
    shimmer.apq11,
    shimmer.dda,
    meanHarmonicity(values),
    voiced,
  ).map((value) => (Number.isFinite(value) ? value : 0));
}
