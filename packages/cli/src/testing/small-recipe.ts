import type { Recipe } from '@ser/experiment';

/** A recipe of the 162 features whose model trains in a moment. */
export const SMALL_RECIPE: Recipe = {
  version: 1,
  name: 'small',
  description: 'one block of four filters, for tests',
  features: 'summary162',
  variants: 'reference',
  model: {
    kind: 'cnn',
    blocks: [{ filters: 4, kernelSize: 5, poolSize: 8 }],
    dense: { units: 8 },
    batchNormMomentum: 0.9,
  },
  fit: { epochs: 3, batchSize: 64, classWeight: 'balanced' },
  stop: null,
};

/** A recipe of sequences whose model trains in a moment; it takes clips of 0.4 s. */
export const SMALL_FRAMES_RECIPE: Recipe = {
  version: 1,
  name: 'small-frames',
  description: 'four filters over 20 frames of 8 log-mel bands, for tests',
  features: {
    sampleRate: 16_000,
    offset: 0,
    duration: 0.4,
    nFft: 512,
    hopLength: 320,
    features: [{ kind: 'logmel', nMels: 8, topDb: null }],
    statistic: null,
    frames: 20,
  },
  variants: [],
  model: { kind: 'frames', filters: 4, dilations: [1, 2] },
  fit: { epochs: 2, batchSize: 16, learningRate: { schedule: 'oneCycle', maxRate: 0.003 } },
  stop: null,
};
