import type { VariantConfig } from './variant-config.ts';

/**
 * The variants that `presets.functionals` is trained on beside the clips, so that it stands other
 * voices, noise, telephones and cuts: four speeds, white and red noise, what an 8 kHz file keeps,
 * and the middle 1.5 seconds.
 */
export const FUNCTIONALS_VARIANTS: readonly VariantConfig[] = [
  { name: 'speed-15/17', steps: [{ kind: 'speed', rate: 15 / 17 }] },
  { name: 'speed-15/16', steps: [{ kind: 'speed', rate: 15 / 16 }] },
  { name: 'speed-16/15', steps: [{ kind: 'speed', rate: 16 / 15 }] },
  { name: 'speed-17/15', steps: [{ kind: 'speed', rate: 17 / 15 }] },
  { name: 'white-noise', steps: [{ kind: 'noise', snrDb: [8, 32], colour: 'white' }] },
  { name: 'red-noise', steps: [{ kind: 'noise', snrDb: [5, 30], colour: 'red' }] },
  { name: 'telephone', steps: [{ kind: 'bandLimit', sampleRate: 8000 }] },
  { name: 'middle', steps: [{ kind: 'middle', seconds: 1.5 }] },
];
