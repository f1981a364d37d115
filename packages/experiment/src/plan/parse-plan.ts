import { PROTOCOL_NAMES } from '@ser/eval';
import * as v from 'valibot';
import { ExperimentError } from '../experiment-error.ts';
import { parseRecipe } from '../recipe/parse-recipe.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { MOST } from '../recipe/util/limits.ts';
import { checked, wholeNumber as whole } from '../util/checked.ts';
import { isPlainJson } from '../util/is-plain-json.ts';
import { parseWith } from '../util/parse-with.ts';
import type { Plan } from './plan.ts';

const texts = v.array(v.string());
const folds = v.pipe(v.array(texts), v.maxLength(MOST.folds));

const adaptation = checked(
  `"all" or a whole number from 1 to ${MOST.adaptation}`,
  (value): value is 'all' | number =>
    value === 'all' ||
    (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MOST.adaptation),
);

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
  epochs: whole(0, MOST.planEpochs),
  speakers: v.nullable(
    v.strictObject({
      folds,
      holdout: texts,
      selection: v.optional(folds),
      groups: v.optional(folds),
      dealt: v.optional(v.boolean()),
    }),
  ),
  // Plans of before there was such a protocol lack it.
  adaptation: v.optional(v.nullable(adaptation), null),
  backend: v.string(),
  data: texts,
  // Plans of before other corpora were read lack it.
  labelling: v.optional(checked('plain JSON, nested at most 20 deep', isPlainJson), null),
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
  checkEpochs(file, plan.epochs, recipe);
  const isAdapted = plan.protocol === 'speaker-adapted';
  if (isAdapted !== (plan.adaptation !== null)) {
    const expected = isAdapted ? '"all" or a number' : 'null';
    throw new ExperimentError(
      'bad-plan',
      `${file}: \`adaptation\` must be ${expected} for the protocol ${plan.protocol}, ` +
        `got ${plan.adaptation}`,
    );
  }
  return { ...plan, recipe };
}

function checkEpochs(file: string, epochs: number, { fit, model }: Recipe): void {
  const fail = (expected: string): never => {
    throw new ExperimentError('bad-plan', `${file}: \`epochs\` must be ${expected}, got ${epochs}`);
  };
  if (fit === null) {
    if (epochs !== 0) fail(`0 for the model ${model.kind}, which has none`);
    return;
  }
  if (epochs < 1) fail('a whole number ≥ 1');
  const startEpoch = fit.averageWeights?.startEpoch ?? 0;
  if (epochs <= startEpoch) {
    fail(`above recipe.fit.averageWeights.startEpoch, which is ${startEpoch}`);
  }
}
