import { PROTOCOL_NAMES } from '@ser/eval';
import * as v from 'valibot';
import { parseRecipe } from '../recipe/parse-recipe.ts';
import { checked } from '../util/checked.ts';
import { parseWith } from '../util/parse-with.ts';
import type { Plan } from './plan.ts';

const whole = (least: number): v.GenericSchema<unknown, number> =>
  checked(
    `a whole number ≥ ${least}`,
    (value): value is number => Number.isInteger(value) && Number(value) >= least,
  );
const texts = v.array(v.string());

const planSchema = v.strictObject({
  version: v.literal(1),
  kind: v.picklist(['run', 'cross-validation']),
  recipe: v.unknown(),
  protocol: v.picklist(PROTOCOL_NAMES),
  fold: whole(1),
  folds: whole(2),
  conditions: v.nullable(texts),
  testConditions: v.nullable(texts),
  variants: v.boolean(),
  seed: whole(0),
  seeds: whole(1),
  epochs: whole(1),
  speakers: v.nullable(
    v.strictObject({
      folds: v.array(texts),
      holdout: texts,
      groups: v.optional(v.array(texts)),
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
  return { ...plan, recipe: parseRecipe(`${file}: recipe`, plan.recipe) };
}
