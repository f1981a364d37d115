import { pitchShift } from '../effects/pitch-shift.ts';
import { timeStretch } from '../effects/time-stretch.ts';
import type { Samples } from '../samples.ts';
import type { Random } from '../util/random.ts';
import { addNoise } from './add-noise.ts';

/** The names of the reference recipe's variants, in its order. */
export const REFERENCE_VARIANTS = ['original', 'noise', 'stretch-pitch'] as const;

/** One of {@link REFERENCE_VARIANTS}. */
export type ReferenceVariant = (typeof REFERENCE_VARIANTS)[number];

/** A clip as it is or changed. */
export interface Variant {
  readonly name: ReferenceVariant;
  readonly samples: Float32Array;
}

/** Options of {@link referenceVariants}. */
export interface ReferenceVariantsOptions {
  /** Samples per second. */
  sampleRate: number;
  /** Where the noise comes from: uniform numbers in [0, 1). */
  random: Random;
}

/**
 * The three training rows that the reference recipe makes of a clip: as it is; with noise; slowed to
 * 0.8 and then raised by two semitones (and so a quarter longer).
 *
 * @param samples what an extractor's `prepare` gave: cut and at its rate
 * @throws FeatureError for audio that is empty or not finite
 */
export function referenceVariants(
  samples: Samples,
  { sampleRate, random }: ReferenceVariantsOptions,
): Variant[] {
  const noise = addNoise(samples, { random });
  const slow = timeStretch(samples, { rate: 0.8 });
  return [
    { name: 'original', samples: Float32Array.from(samples) },
    { name: 'noise', samples: noise },
    { name: 'stretch-pitch', samples: pitchShift(slow, { sampleRate, nSteps: 2 }) },
  ];
}
