import { getBackend } from '@tensorflow/tfjs-core';
import { variantsOf } from '../recipe/variants-of.ts';
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
  /** Default: the recipe's. */
  epochs?: number;
  /** Default null; the protocols `speaker` and `holdout` need them. */
  speakers?: Plan['speakers'];
  /** Default: the one that tfjs uses now. */
  backend?: string;
  /** Default `[]`. */
  data?: Plan['data'];
}

/**
 * A plan from what differs from the defaults.
 *
 * @throws ExperimentError `bad-plan`, or `bad-recipe`; the message names the path of what is wrong
 *
 * @example
 * createPlan({ recipe, protocol: 'holdout', speakers: SPEAKERS, seed: 3 });
 */
export function createPlan({
  recipe,
  protocol,
  kind = 'run',
  fold = 1,
  folds = 10,
  conditions = null,
  testConditions = null,
  variants = variantsOf(recipe).length > 0,
  seed = 0,
  seeds = 1,
  epochs = recipe.fit.epochs,
  speakers = null,
  backend = getBackend(),
  data = [],
}: PlanOptions): Plan {
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
    backend,
    data,
  };
  return parsePlan('createPlan', plan);
}
