import type { OptionNames } from '@ser/internal';
import { getBackend } from '@tensorflow/tfjs-core';
import { ExperimentError } from '../experiment-error.ts';
import { parseRecipe } from '../recipe/parse-recipe.ts';
import { variantsOf } from '../recipe/variants-of.ts';
import { checkOptions } from '../util/check-options.ts';
import { parsePlan } from './parse-plan.ts';
import type { Plan } from './plan.ts';

/** Options of {@link createPlan}; what they mean is said at {@link Plan}. */
export interface PlanOptions extends Partial<Omit<Plan, 'version' | 'recipe' | 'protocol'>> {
  /** Required. */
  recipe: Plan['recipe'];
  /** Required. */
  protocol: Plan['protocol'];
  /** Default `'run'`. */
  kind?: Plan['kind'];
  /** Default 1. */
  fold?: number;
  /** Default 10. */
  folds?: number;
  /** Default null, all. */
  conditions?: Plan['conditions'];
  /** Default null, those that train. */
  testConditions?: Plan['testConditions'];
  /** Default: true where the recipe has variants. */
  variants?: boolean;
  /** Default 0. */
  seed?: number;
  /** Default 1. */
  seeds?: number;
  /** Default: the recipe's; 0 where it has none. */
  epochs?: number;
  /** Default null; all protocols of speakers but `loso` need them. */
  speakers?: Plan['speakers'];
  /** Default `'all'` for the protocol `speaker-adapted`, else null. */
  adaptation?: Plan['adaptation'];
  /** Default: the one that tfjs uses now. */
  backend?: string;
  /** Default `[]`. */
  data?: Plan['data'];
  /** Default null. */
  labelling?: Plan['labelling'];
}

const OPTIONS: OptionNames<PlanOptions> = {
  recipe: true,
  protocol: true,
  kind: true,
  fold: true,
  folds: true,
  conditions: true,
  testConditions: true,
  variants: true,
  seed: true,
  seeds: true,
  epochs: true,
  speakers: true,
  adaptation: true,
  backend: true,
  data: true,
  labelling: true,
};

/**
 * A plan from what differs from the defaults.
 *
 * @throws ExperimentError `bad-argument` for an option that is not known, or no recipe; `bad-plan`,
 *   or `bad-recipe`; the message names the path of what is wrong
 *
 * @example
 * createPlan({ recipe, protocol: 'holdout', speakers: SPEAKERS, seed: 3 });
 */
export function createPlan(options: PlanOptions): Plan {
  checkOptions('createPlan', options, OPTIONS);
  if (options.recipe === undefined || options.recipe === null) {
    throw new ExperimentError(
      'bad-argument',
      `createPlan: \`recipe\` must be a recipe, such as RECIPES.get('baseline'), ` +
        `got ${options.recipe}`,
    );
  }
  const recipe = parseRecipe('createPlan: recipe', options.recipe);
  const {
    protocol,
    kind = 'run',
    fold = 1,
    folds = 10,
    conditions = null,
    testConditions = null,
    variants = variantsOf(recipe).length > 0,
    seed = 0,
    seeds = 1,
    epochs = recipe.fit?.epochs ?? 0,
    speakers = null,
    adaptation = protocol === 'speaker-adapted' ? 'all' : null,
    backend = getBackend(),
    data = [],
    labelling = null,
  } = options;
  const plan: Plan = {
    version: 1,
    kind,
    recipe,
    protocol,
    fold,
    folds,
    conditions,
    testConditions,
    variants,
    seed,
    seeds,
    epochs,
    speakers,
    adaptation,
    backend,
    data,
    labelling,
  };
  return parsePlan('createPlan', plan);
}
