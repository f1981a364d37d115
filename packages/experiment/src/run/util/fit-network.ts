import type { Split } from '@ser/eval';
import { Classifier, csvLogger, fit, ModelError } from '@ser/model';
import type { Plan } from '../../plan/plan.ts';
import { buildModelOf } from '../../recipe/build-model-of.ts';
import type { GradientRecipe } from '../../recipe/recipe.ts';
import { fitOptionsOf } from '../../recipe/util/fit-options-of.ts';
import { testVariantsOf } from '../../recipe/variants-of.ts';
import type { AnyTable } from '../../table/table.ts';
import { RUN_FILES } from '../run-files.ts';
import type { RunPorts } from '../run-ports.ts';
import type { FittedModel } from './fitted-model.ts';
import { badState, readState } from './read-state.ts';
import { trainingData, validationData } from './training-data.ts';
import type { VoiceOffsets } from './voice-offsets.ts';
import { watchTraining } from './watch-training.ts';

/**
 * Trains a recipe's network on one split, epoch by epoch, from the store's resume point on where it
 * has one.
 *
 * @throws ExperimentError `bad-file` for a resume point that is damaged or of another run. The
 *   signal's reason when aborted; the store then holds the last finished epoch
 */
export async function fitNetwork(
  { seed, epochs }: Pick<Plan, 'seed' | 'epochs'>,
  recipe: GradientRecipe,
  table: AnyTable,
  split: Split,
  offsets: VoiceOffsets | undefined,
  { store, reporter, signal }: RunPorts,
): Promise<FittedModel> {
  const { labels, extractor } = table;
  const { scaler, training } = await trainingData(table, split, recipe, offsets);
  const testVariants = testVariantsOf(recipe);
  const classifier = new Classifier({
    model: buildModelOf(recipe, extractor, { classes: labels.length, seed }),
    labels,
    scaler,
    extractor,
    ...(testVariants.length > 0 && { testVariants }),
  });
  const watch = watchTraining(store, epochs, reporter);
  try {
    const { callbacks, ...options } = fitOptionsOf(recipe, training.y, labels.length);
    const all = [...callbacks, csvLogger({ to: store, file: RUN_FILES.history }), watch.callback];
    const resumeFrom = await readState(store, {
      model: classifier.model,
      callbacks: all,
      epochs,
    });
    const history = await fit(classifier.model, training, {
      ...options,
      epochs,
      seed,
      validation: validationData(table, split, scaler, offsets),
      callbacks: all,
      resumeFrom,
      signal,
    }).catch((error: unknown) => {
      // `fit` alone knows the fingerprint of data and options, which it compares before all else.
      const isRefused = ModelError.isInstance(error) && error.code === 'bad-argument';
      throw resumeFrom && isRefused && !watch.hasBegun()
        ? badState(store, 'is of another run', error)
        : error;
    });
    return { classifier, history, millisecondsPerStep: watch.millisecondsPerStep() };
  } catch (error) {
    classifier.dispose();
    throw error;
  }
}
