import type { Prediction, Split } from '@ser/eval';
import type { Plan } from '../../plan/plan.ts';
import type { DiscriminantRecipe, Recipe } from '../../recipe/recipe.ts';
import type { AnyTable } from '../../table/table.ts';
import { predictVersions } from '../predict-rows.ts';
import type { RunPorts } from '../run-ports.ts';
import { type DetailedScore, score } from '../score.ts';
import type { TrainedSplit } from '../trained-split.ts';
import { fitDiscriminant } from './fit-discriminant.ts';
import { fitNetwork } from './fit-network.ts';
import { voiceOffsets } from './voice-offsets.ts';

/**
 * Trains one model on one split and scores it, leaving the model, and of a network its history and
 * resume point, in the store. A network whose store holds a resume point goes on from there; a
 * discriminant analysis that was interrupted is fitted again. Scaler and class weights are those of
 * the training rows; validation rows choose, test rows do neither. Where the split names clips to
 * adapt to a voice, training and tested voices are moved to where the average voice is; the model
 * that is saved is the one of moved voices, and whoever uses it later moves none.
 *
 * @throws ExperimentError `bad-file` for a resume point that is damaged or of another run. The
 *   signal's reason when aborted; the store then holds the last finished epoch
 */
export async function trainSplit(
  plan: Plan,
  table: AnyTable,
  split: Split,
  ports: RunPorts,
): Promise<TrainedSplit> {
  const { labels } = table;
  const offsets = await voiceOffsets(table, split);
  const { classifier, history, millisecondsPerStep } = isDiscriminant(plan.recipe)
    ? await fitDiscriminant(plan.recipe, table, split, offsets, ports)
    : await fitNetwork(plan, plan.recipe, table, split, offsets, ports);
  try {
    ports.reporter?.({ kind: 'trained', epochs: history.length });
    const { weightsSha256 } = await classifier.save(ports.store);
    const { fold, seed } = plan;
    const known = async (rows: readonly number[]): Promise<DetailedScore> => {
      const own = { fold, seed, versions: false, offsetOf: offsets?.ofTrained };
      return score(await predictVersions(classifier, table, rows, own), labels);
    };
    const predictions: Prediction[] = await predictVersions(classifier, table, split.test, {
      fold,
      seed,
      versions: true,
      offsetOf: offsets?.ofTested,
    });
    return {
      history,
      millisecondsPerStep,
      train: await known(split.train),
      validation: split.validation.length > 0 ? await known(split.validation) : null,
      test: score(predictions, labels),
      predictions,
      weightsSha256,
    };
  } finally {
    classifier.dispose();
  }
}

function isDiscriminant(recipe: Recipe): recipe is DiscriminantRecipe {
  return recipe.fit === null;
}
