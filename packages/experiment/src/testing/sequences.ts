import type { GradientRecipe } from '../recipe/recipe.ts';
import type { Table } from '../table/table.ts';
import { LABELS, smallTable } from './small-table.ts';

const FRAMES = 12;

/** A recipe of the frame model with everything that a recipe can ask of `fit`. */
export const sequenceRecipe: GradientRecipe = {
  version: 1,
  name: 'small-frames',
  description: 'one dilated convolution over twelve frames',
  features: {
    sampleRate: 8000,
    features: [{ kind: 'zcr' }, { kind: 'rms' }],
    statistic: null,
    frames: FRAMES,
  },
  variants: [],
  model: { kind: 'frames', filters: 8, kernelSize: 3, dilations: [1, 2], headDropout: 0.1 },
  fit: {
    epochs: 3,
    batchSize: 32,
    learningRate: { schedule: 'oneCycle', maxRate: 0.02 },
    weightDecay: 0.01,
    globalClipnorm: 1,
    mixup: 0.2,
    labelSmoothing: 0.1,
    classWeight: 'balanced',
    specAugment: { timeMasks: 1, timeWidth: 3, frequencyMasks: 0 },
    averageWeights: { startEpoch: 1 },
  },
  stop: null,
};

/** The rows of {@link smallTable} as sequences of {@link sequenceRecipe}'s features. */
export function sequenceTable(): Table {
  const { rows } = smallTable();
  const names = ['zcr', 'rms'];
  const size = FRAMES * names.length;
  const x = Float32Array.from({ length: rows.length * size }, (_, i) => {
    const label = LABELS.indexOf(rows[Math.floor(i / size)].label);
    return (i % 2 ? label % 2 : label >> 1) + 0.3 * Math.sin(i * 12.9);
  });
  const { features: extractor } = sequenceRecipe;
  if (typeof extractor === 'string') throw new Error('the recipe must hold its extractor');
  return { extractor, labels: LABELS, names, shape: [FRAMES, names.length], rows, x };
}
