import type { Plan } from '../plan/plan.ts';
import type { DiscriminantRecipe, GradientRecipe } from '../recipe/recipe.ts';
import { SMALL_SPEAKERS } from './small-table.ts';

/** A recipe of a CNN that trains in a moment. */
export const smallRecipe: GradientRecipe = {
  version: 1,
  name: 'small',
  description: 'two small convolutions',
  features: 'summary162',
  variants: [],
  model: {
    kind: 'cnn',
    blocks: [{ filters: 8, kernelSize: 3, poolSize: 8, dropout: 0.1 }],
    dense: { units: 8 },
    batchNormMomentum: 0.9,
  },
  fit: { epochs: 3, batchSize: 32, learningRate: 0.01, classWeight: 'balanced' },
  stop: { patience: 6 },
};

/** A recipe of a discriminant analysis with everything that one can ask for. */
export const discriminantRecipe: DiscriminantRecipe = {
  version: 1,
  name: 'small-lda',
  description: 'a discriminant analysis in two speeds',
  features: 'summary162',
  variants: [
    { name: 'slow', steps: [{ kind: 'timeStretch', rate: 0.9 }] },
    { name: 'fast', steps: [{ kind: 'timeStretch', rate: 1.1 }] },
    { name: 'noise', steps: [{ kind: 'addNoise' }] },
  ],
  testVariants: ['slow', 'fast'],
  scaler: { rows: 'original', clip: 1 },
  model: { kind: 'lda', shrinkage: 0.5, priors: 'uniform', temperature: 100 },
  fit: null,
  stop: null,
};

/** A plan for `smallTable`, with changes. */
export function smallPlan(changes: Partial<Plan> = {}): Plan {
  return {
    version: 1,
    kind: 'run',
    recipe: smallRecipe,
    protocol: 'holdout',
    fold: 1,
    folds: 5,
    conditions: null,
    testConditions: null,
    variants: false,
    seed: 3,
    seeds: 1,
    epochs: smallRecipe.fit.epochs,
    speakers: SMALL_SPEAKERS,
    adaptation: null,
    backend: 'wasm',
    data: ['a small table'],
    labelling: null,
    ...changes,
  };
}
