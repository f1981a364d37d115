import type { ModelConfig } from '@ser/model';

/** How a model is built and trained, from the features on. */
export interface Recipe {
  description: string;
  /** Preset of `@ser/features`. */
  preset: 'summary162';
  model: ModelConfig;
  learningRate: number;
  batchSize: number;
  /** At most. */
  epochs: number;
  /** Epochs without a better validation loss after which training stops and the best weights come back. */
  earlyStoppingPatience: number;
  reduceLr: { factor: number; patience: number; minLr: number };
}

const REFERENCE: Recipe = {
  description: 'the reference CNN as published: 162 features, Keras’ batch-norm momentum 0.99',
  preset: 'summary162',
  model: { batchNormMomentum: 0.99 },
  learningRate: 1e-3,
  batchSize: 64,
  epochs: 60,
  earlyStoppingPatience: 6,
  reduceLr: { factor: 0.2, patience: 3, minLr: 1e-6 },
};

export type RecipeName = 'baseline' | 'reference';

/** The recipes by name. */
export const RECIPES: Record<RecipeName, Recipe> = {
  baseline: {
    ...REFERENCE,
    description:
      'the reference CNN with batch-norm momentum 0.9, so that short epochs do not stop it too early',
    model: { batchNormMomentum: 0.9 },
  },
  reference: REFERENCE,
};
