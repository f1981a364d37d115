import type { VariantConfig } from './variant-config.ts';

/**
 * What the reference recipe makes of a clip besides the clip itself: one with noise; one slowed to
 * 0.8 and then raised by two semitones, and so a quarter longer.
 */
export const REFERENCE_VARIANTS: readonly VariantConfig[] = [
  { name: 'noise', steps: [{ kind: 'addNoise', amplitude: 0.035 }] },
  {
    name: 'stretch-pitch',
    steps: [
      { kind: 'timeStretch', rate: 0.8 },
      { kind: 'pitchShift', nSteps: 2 },
    ],
  },
];
