import { harmonic } from '../../effects/harmonic.ts';
import { tonnetz } from '../../feature/tonnetz.ts';
import { boolean } from '../../util/field-checks.ts';
import type { FeatureKind } from '../feature-kind.ts';
import { checkCentred } from '../util/check-centred.ts';
import { firstFrames } from '../util/first-frames.ts';
import { numbered } from '../util/numbered.ts';

/**
 * Tonal centroids of the constant-Q chromagram: `tonnetz_1` to `tonnetz_6`. Frames have lengths of
 * their own: of the signal it takes rate and hop, and needs `center` and zeros as padding.
 */
export interface TonnetzConfig {
  readonly kind: 'tonnetz';
  /** Whether of what lasts in the signal alone, as `harmonic` separates it. Default false. */
  readonly harmonic?: boolean;
}

export const tonnetzKind: FeatureKind<TonnetzConfig> = {
  kind: 'tonnetz',
  checks: { harmonic: boolean },
  names: () => numbered('tonnetz', 6),
  rows({ harmonic: alone = false }, { samples, config, hopLength }) {
    checkCentred('tonnetz', config);
    const { sampleRate } = config;
    const centroids = tonnetz(alone ? harmonic(samples) : samples, { sampleRate, hopLength });
    return firstFrames(centroids, samples.length, hopLength);
  },
};
