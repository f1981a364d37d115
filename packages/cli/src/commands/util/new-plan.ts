import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { ProtocolName } from '@ser/eval';
import { createPlan, ExperimentError, extractorOf, type Plan } from '@ser/experiment';
import { wrongUsage } from '../../console/cli-error.ts';
import type { DataSet } from '../../data-sets/data-set.ts';
import { findRecipe } from '../../runs/find-recipe.ts';
import { dataOrEmbedded } from './data-or-embedded.ts';
import type { TrainingOptions } from './training-options.ts';

/** What of a plan the options that all training commands share leave to the command. */
type CommandsPart = Pick<Plan, 'kind' | 'protocol' | 'fold' | 'seed' | 'seeds'>;

/**
 * The plan that a training command's options describe. It holds the recipe itself and absolute
 * paths, so that a run can be resumed from anywhere, whatever has become of the recipe's file.
 *
 * @throws CliError `wrong-usage` for a recipe that is none, or that does not fit the other options
 */
export function newPlan(dataSet: DataSet, options: TrainingOptions, own: CommandsPart): Plan {
  const { folds, backend } = options;
  const recipe = findRecipe(options.recipe);
  const { protocol } = own;
  const { embedded } = dataSet;
  const conditions = conditionsOf(dataSet, options.channels, protocol);
  const data = dataOrEmbedded(
    dataSet,
    options.data?.map((path) => resolve(path)),
  );
  if (
    embedded &&
    data.includes(embedded.name) &&
    !isDeepStrictEqual(extractorOf(recipe), embedded.extractor)
  ) {
    throw wrongUsage(
      `--recipe ${options.recipe} needs features that ${embedded.name} does not have; ` +
        'add --data FOLDER',
    );
  }
  const epochs = options.epochs ?? recipe.fit.epochs;
  const startEpoch = recipe.fit.averageWeights?.startEpoch ?? 0;
  if (startEpoch >= epochs) {
    throw wrongUsage(
      `--epochs must be above ${startEpoch}, ` +
        `after which the recipe ${recipe.name} averages weights, got ${epochs}`,
    );
  }
  try {
    return createPlan({
      ...own,
      recipe,
      folds,
      conditions,
      testConditions: testConditionsOf(dataSet, conditions, protocol),
      variants: options.variants ?? protocol !== 'holdout',
      epochs,
      speakers: dataSet.speakers,
      backend,
      data,
    });
  } catch (cause) {
    if (ExperimentError.isInstance(cause)) throw wrongUsage(cause.message, cause);
    throw cause;
  }
}

/** The conditions that train: those asked for, else the literature's where it has the protocol. */
function conditionsOf(
  { conditions, literatureConditions }: DataSet,
  channels: TrainingOptions['channels'],
  protocol: ProtocolName,
): readonly string[] {
  if (channels !== undefined) return channels === 'all' ? conditions : [channels];
  const isLiterature = protocol === 'clip' || protocol === 'speaker';
  return isLiterature ? literatureConditions : conditions;
}

/** The literature tests speakers on its own conditions alone, whatever trains. */
function testConditionsOf(
  { literatureConditions }: DataSet,
  conditions: readonly string[],
  protocol: ProtocolName,
): readonly string[] | null {
  const hasAll = literatureConditions.every((condition) => conditions.includes(condition));
  return protocol === 'speaker' && hasAll ? literatureConditions : null;
}
