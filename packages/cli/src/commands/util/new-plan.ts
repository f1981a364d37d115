import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { extractorOf, type Plan } from '@ser/experiment';
import { presets } from '@ser/features';
import { SPEAKERS } from '@ser/ravdess';
import { wrongUsage } from '../../console/cli-error.ts';
import { EMBEDDED } from '../../data/data-source.ts';
import { findRecipe } from '../../runs/find-recipe.ts';
import type { TrainingOptions } from './training-options.ts';

/** What of a plan the options that all training commands share leave to the command. */
type CommandsPart = Pick<Plan, 'kind' | 'protocol' | 'fold' | 'seed' | 'seeds'>;

/**
 * The plan that a training command's options describe. It holds the recipe itself and absolute
 * paths, so that a run can be resumed from anywhere, whatever has become of the recipe's file.
 *
 * @throws CliError `wrong-usage` for a recipe that is none, or that does not fit the other options
 */
export function newPlan(options: TrainingOptions, own: CommandsPart): Plan {
  const { folds, backend } = options;
  const recipe = findRecipe(options.recipe);
  const { protocol } = own;
  const literature = protocol === 'clip' || protocol === 'speaker';
  const channels = options.channels ?? (literature ? 'speech' : 'all');
  const conditions = channels === 'all' ? ['speech', 'song'] : [channels];
  const data = options.data?.map((path) => resolve(path)) ?? [EMBEDDED];
  if (data.includes(EMBEDDED) && !isDeepStrictEqual(extractorOf(recipe), presets.summary162)) {
    throw wrongUsage(
      `--recipe ${options.recipe} needs features that ${EMBEDDED} does not have; add --data FOLDER`,
    );
  }
  const epochs = options.epochs ?? recipe.fit.epochs;
  const { averageWeights } = recipe.fit;
  if (averageWeights && averageWeights.startEpoch >= epochs) {
    throw wrongUsage(
      `--epochs must be above ${averageWeights.startEpoch}, ` +
        `after which the recipe ${recipe.name} averages weights, got ${epochs}`,
    );
  }
  return {
    ...own,
    version: 1,
    recipe,
    folds,
    conditions,
    // The literature tests speakers on speech alone, whatever trains.
    testConditions: protocol === 'speaker' && conditions.includes('speech') ? ['speech'] : null,
    variants: options.variants ?? protocol !== 'holdout',
    epochs,
    speakers: SPEAKERS,
    backend,
    data,
  };
}
