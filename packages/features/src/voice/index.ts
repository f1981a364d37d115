export { type Formants, type FormantsOptions, formants } from './formants.ts';
export { type Harmonicity, type HarmonicityOptions, harmonicity } from './harmonicity.ts';
export { type JitterOptions, jitter } from './jitter.ts';
export { type Pitch, type PitchOptions, pitch } from './pitch.ts';
export { type PulsesOptions, pulses } from './pulses.ts';
export { type ShimmerOptions, shimmer } from './shimmer.ts';
export type { Jitter } from './util/find-jitter.ts';
export type { Shimmer } from './util/find-shimmer.ts';
