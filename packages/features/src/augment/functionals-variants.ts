import type { VariantConfig, VariantStep } from './variant-config.ts';

/** What lines pass, narrow and wide ones: 300 to 3,400 Hz in the standard (ITU-T G.712). */
const TELEPHONE_LINE: VariantStep = {
  kind: 'bandLimit',
  sampleRate: 8000,
  lowest: [200, 400],
  highest: [3000, 3700],
};

/**
 * The variants that `presets.functionals` is trained on beside the clips, so that it stands other
 * voices, noise, telephones, cuts and rooms: four speeds, white and red noise, what an 8 kHz file
 * keeps, what a telephone line passes, without and with noise, the middle 1.5 seconds, both noises
 * again and nearer to the voice, and the echo of a room.
 */
export const FUNCTIONALS_VARIANTS: readonly VariantConfig[] = [
  { name: 'speed-15/17', steps: [{ kind: 'speed', rate: 15 / 17 }] },
  { name: 'speed-15/16', steps: [{ kind: 'speed', rate: 15 / 16 }] },
  { name: 'speed-16/15', steps: [{ kind: 'speed', rate: 16 / 15 }] },
  { name: 'speed-17/15', steps: [{ kind: 'speed', rate: 17 / 15 }] },
  { name: 'white-noise', steps: [{ kind: 'noise', snrDb: [8, 32], colour: 'white' }] },
  { name: 'red-noise', steps: [{ kind: 'noise', snrDb: [5, 30], colour: 'red' }] },
  { name: 'telephone', steps: [{ kind: 'bandLimit', sampleRate: 8000 }] },
  { name: 'telephone-line', steps: [TELEPHONE_LINE] },
  {
    name: 'line-noise',
    steps: [TELEPHONE_LINE, { kind: 'noise', snrDb: [20, 45], colour: 'white' }],
  },
  { name: 'middle', steps: [{ kind: 'middle', seconds: 1.5 }] },
  { name: 'white-noise-low', steps: [{ kind: 'noise', snrDb: [0, 15], colour: 'white' }] },
  { name: 'red-noise-low', steps: [{ kind: 'noise', snrDb: [0, 15], colour: 'red' }] },
  { name: 'room', steps: [{ kind: 'room', rt60: [0.2, 0.8], drrDb: [-2, 10] }] },
];
