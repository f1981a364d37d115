import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { PROTOCOLS, type ProtocolName } from '@ser/eval';
import { createPlan, ExperimentError, extractorOf, type Plan, type Recipe } from '@ser/experiment';
import { wrongUsage } from '../../console/cli-error.ts';
import type { DataSet } from '../../data-sets/data-set.ts';
import type { OpenedData } from '../../data-sets/open-data-set.ts';
import { findRecipe } from '../../runs/find-recipe.ts';
import { checkChannels } from './check-channels.ts';
import { dataOrEmbedded } from './data-or-embedded.ts';
import { checkAdapt, type TrainingOptions } from './training-options.ts';

/** What of a plan the options that all training commands share leave to the command. */
type CommandsPart = Pick<Plan, 'kind' | 'protocol' | 'fold' | 'seed' | 'seeds'>;

/**
 * The plan that a training command's options describe. It holds the recipe itself and absolute
 * paths, so that a run can be resumed from anywhere, whatever has become of the recipe's file.
 *
 * @throws CliError `wrong-usage` for a recipe that is none, or that does not fit the other options
 */
export function newPlan(
  { dataSet, labelling }: OpenedData,
  options: TrainingOptions & { recipe: string },
  own: CommandsPart,
): Plan {
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
  checkAdapt(options, protocol);
  const adaptation = protocol === 'speaker-adapted' ? (options.adapt ?? 'all') : null;
  checkSeeds(recipe, { ...own, adaptation });
  try {
    return createPlan({
      ...own,
      recipe,
      folds,
      conditions,
      testConditions: testConditionsOf(dataSet, conditions, protocol),
      variants: options.variants ?? (protocol !== 'holdout' || recipe.fit === null),
      epochs: epochsOf(options, recipe),
      speakers: dataSet.speakers,
      adaptation,
      backend,
      data,
      labelling,
    });
  } catch (cause) {
    if (ExperimentError.isInstance(cause)) throw wrongUsage(cause.message, cause);
    throw cause;
  }
}

/**
 * Checks what can be said of a recipe and its epochs before any data are opened.
 *
 * @throws CliError `wrong-usage`
 */
export function checkRecipe(options: TrainingOptions): void {
  if (options.recipe !== undefined) epochsOf(options, findRecipe(options.recipe));
}

/** The most epochs: those asked for, else the recipe's. */
function epochsOf({ epochs }: TrainingOptions, { name, fit, model }: Recipe): number {
  if (fit === null) {
    if (epochs === undefined) return 0;
    throw wrongUsage(
      `--epochs is for networks; the recipe ${name} fits its ${model.kind} in one go, got ${epochs}`,
    );
  }
  const most = epochs ?? fit.epochs;
  const startEpoch = fit.averageWeights?.startEpoch ?? 0;
  if (most > startEpoch) return most;
  throw wrongUsage(
    `--epochs must be above ${startEpoch}, ` +
      `after which the recipe ${name} averages weights, got ${most}`,
  );
}

/**
 * Checks that more seeds than one are not asked for where nothing is drawn: each would repeat the
 * same run, and count each clip again.
 */
function checkSeeds(
  { name, fit, model }: Recipe,
  { protocol, seeds, adaptation }: Pick<Plan, 'protocol' | 'seeds' | 'adaptation'>,
): void {
  const isDrawn = fit !== null || protocol === 'clip' || typeof adaptation === 'number';
  if (seeds === 1 || isDrawn) return;
  throw wrongUsage(
    `--seeds is for what is drawn; the recipe ${name} fits its ${model.kind} in one go and nothing ` +
      `is drawn under ${protocol}, so more seeds repeat the same run, got ${seeds}`,
  );
}

/** The conditions that train: those asked for, else the literature's where it has the protocol. */
function conditionsOf(
  dataSet: DataSet,
  channels: TrainingOptions['channels'],
  protocol: ProtocolName,
): readonly string[] | null {
  const { conditions, literatureConditions } = dataSet;
  if (channels !== undefined) checkChannels(dataSet, channels);
  if (channels !== undefined && channels !== 'all') return [channels];
  // Clips without a condition count as well.
  if (literatureConditions === null) return null;
  const isOurs = protocol === 'holdout' || protocol === 'reference' || channels === 'all';
  return isOurs ? conditions : literatureConditions;
}

/** The literature tests speakers on its own conditions alone, whatever trains. */
function testConditionsOf(
  { literatureConditions }: DataSet,
  conditions: readonly string[] | null,
  protocol: ProtocolName,
): readonly string[] | null {
  if (literatureConditions === null || conditions === null) return null;
  const hasAll = literatureConditions.every((condition) => conditions.includes(condition));
  return PROTOCOLS[protocol].speakerFolds && hasAll ? literatureConditions : null;
}

/** A plan's protocol for the name of a folder, with the clips that a voice is adapted to. */
export function protocolName({ protocol, adaptation }: Plan): string {
  return typeof adaptation === 'number' ? `${protocol}-${adaptation}` : protocol;
}
