import type { VariantConfig } from './variant-config.ts';

/**
 * The variants of the reference recipe. One has noise. The other is slowed to 0.8, which makes it a
 * quarter longer, then raised by two semitones.
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
