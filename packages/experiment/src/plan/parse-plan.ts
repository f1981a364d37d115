import { PROTOCOL_NAMES } from '@ser/eval';
import * as v from 'valibot';
import { ExperimentError } from '../experiment-error.ts';
import { parseRecipe } from '../recipe/parse-recipe.ts';
import { MOST } from '../recipe/util/limits.ts';
import { wholeNumber as whole } from '../util/checked.ts';
import { parseWith } from '../util/parse-with.ts';
import type { Plan } from './plan.ts';

const texts = v.array(v.string());
const folds = v.pipe(v.array(texts), v.maxLength(MOST.folds));

const planSchema = v.strictObject({
  version: v.literal(1),
  kind: v.picklist(['run', 'cross-validation']),
  recipe: v.unknown(),
  protocol: v.picklist(PROTOCOL_NAMES),
  fold: whole(1, MOST.folds),
  folds: whole(2, MOST.folds),
  conditions: v.nullable(texts),
  testConditions: v.nullable(texts),
  variants: v.boolean(),
  seed: whole(0, MOST.seed),
  seeds: whole(1, MOST.seeds),
  // Beyond the bound of recipes: a caller may train until it is interrupted.
  epochs: whole(1, MOST.planEpochs),
  speakers: v.nullable(
    v.strictObject({
      folds,
      holdout: texts,
      groups: v.optional(folds),
    }),
  ),
  backend: v.string(),
  data: texts,
});

/**
 * Checks what a run's `plan.json` holds.
 *
 * @param file its name, for messages
 * @throws ExperimentError `bad-plan`, or `bad-recipe` for the recipe in it; the message names the
 *   path of what is wrong
 */
export function parsePlan(file: string, value: unknown): Plan {
  const plan = parseWith<Omit<Plan, 'recipe'> & { recipe: unknown }>(
    planSchema,
    file,
    value,
    'bad-plan',
  );
  const recipe = parseRecipe(`${file}: recipe`, plan.recipe);
  const startEpoch = recipe.fit.averageWeights?.startEpoch ?? 0;
  if (plan.epochs <= startEpoch) {
    throw new ExperimentError(
      'bad-plan',
      `${file}: \`epochs\` must be above recipe.fit.averageWeights.startEpoch, ` +
        `which is ${startEpoch}, got ${plan.epochs}`,
    );
  }
  return { ...plan, recipe };
}
