import type { Split } from '@ser/eval';
import { Classifier, LinearDiscriminantAnalysis } from '@ser/model';
import type { DiscriminantRecipe } from '../../recipe/recipe.ts';
import { testVariantsOf } from '../../recipe/variants-of.ts';
import type { Table } from '../../table/table.ts';
import type { RunPorts } from '../run-ports.ts';
import type { FittedModel } from './fitted-model.ts';
import { trainingData } from './training-data.ts';
import type { VoiceOffsets } from './voice-offsets.ts';

/**
 * Fits a recipe's discriminant analysis on one split in one go. Nothing is kept on the way: after an
 * interrupt it is fitted again.
 *
 * @throws the signal's reason when aborted
 */
export async function fitDiscriminant(
  recipe: DiscriminantRecipe,
  table: Table,
  split: Split,
  offsets: VoiceOffsets | undefined,
  { signal }: Pick<RunPorts, 'signal'>,
): Promise<FittedModel> {
  signal?.throwIfAborted();
  const { labels, extractor, names } = table;
  const { shrinkage = null, priors = null, temperature = 1 } = recipe.model;
  const { scaler, training } = trainingData(table, split, recipe, offsets);
  const analysis = await LinearDiscriminantAnalysis.fit(training.x, training.y, {
    features: names.length,
    classes: labels.length,
    solver: 'lsqr',
    shrinkage,
    priors: priors === 'uniform' ? labels.map(() => 1 / labels.length) : null,
    signal,
  });
  signal?.throwIfAborted();
  const testVariants = testVariantsOf(recipe);
  const classifier = new Classifier({
    model: analysis.toLayersModel({ temperature }),
    labels,
    scaler,
    extractor,
    ...(testVariants.length > 0 && { testVariants }),
  });
  return { classifier, history: [], millisecondsPerStep: 0 };
}
