import type { Split } from '@ser/eval';
import { Classifier, LinearDiscriminantAnalysis } from '@ser/model';
import type { DiscriminantRecipe } from '../../recipe/recipe.ts';
import { testVariantsOf } from '../../recipe/variants-of.ts';
import type { AnyTable } from '../../table/table.ts';
import type { RunPorts } from '../run-ports.ts';
import type { FittedModel } from './fitted-model.ts';
import { trainingData } from './training-data.ts';
import type { VoiceOffsets } from './voice-offsets.ts';
import { withAbsentClasses } from './with-absent-classes.ts';

/**
 * Fits a recipe's discriminant analysis on one split in one go. Nothing is kept on the way: after
 * an interrupt it is fitted again. A label that no row trains is never predicted.
 *
 * The covariance weighs every row alike; priors move the intercepts alone.
 *
 * @throws the signal's reason when aborted
 */
export async function fitDiscriminant(
  recipe: DiscriminantRecipe,
  table: AnyTable,
  split: Split,
  offsets: VoiceOffsets | undefined,
  { reporter, signal }: Pick<RunPorts, 'reporter' | 'signal'>,
): Promise<FittedModel> {
  signal?.throwIfAborted();
  const { labels, extractor, names } = table;
  const { shrinkage = null, priors = null, temperature = 1 } = recipe.model;
  const { scaler, training } = await trainingData(table, split, recipe, offsets);
  const present = [...new Set(training.y)].sort((a, b) => a - b);
  const fitted = await LinearDiscriminantAnalysis.fit(
    training.x,
    training.y.map((index) => present.indexOf(index)),
    {
      features: names.length,
      classes: present.length,
      shrinkage,
      signal,
      onProgress: (share) => reporter?.({ kind: 'fit', share }),
    },
  );
  const analysis =
    priors === 'uniform' ? fitted.withPriors(present.map(() => 1 / present.length)) : fitted;
  const testVariants = testVariantsOf(recipe);
  const classifier = new Classifier({
    model: withAbsentClasses(analysis, present, labels.length).toLayersModel({ temperature }),
    labels,
    scaler,
    extractor,
    ...(testVariants.length > 0 && { testVariants }),
  });
  return { classifier, history: [], millisecondsPerStep: 0 };
}
