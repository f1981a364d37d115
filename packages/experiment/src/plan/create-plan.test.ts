import { expect, it } from 'vitest';
import { RECIPES } from '../recipe/recipes.ts';
import { smallPlan, smallRecipe } from '../testing/small-plan.ts';
import { createPlan } from './create-plan.ts';
import type { Plan } from './plan.ts';

const required = { recipe: smallRecipe, protocol: 'clip', backend: 'wasm' } as const;

it('has defaults for all that need not be said', () => {
  expect(createPlan(required)).toEqual<Plan>({
    version: 1,
    kind: 'run',
    ...required,
    fold: 1,
    folds: 10,
    conditions: null,
    testConditions: null,
    variants: false,
    seed: 0,
    seeds: 1,
    epochs: smallRecipe.fit.epochs,
    speakers: null,
    data: [],
  });
});

it('uses the variants of a recipe that has some', () => {
  const recipe = { ...smallRecipe, variants: 'reference' } as const;
  expect(createPlan({ ...required, recipe }).variants).toBe(true);
});

it('takes every option', () => {
  const { version: _, ...options } = smallPlan({ conditions: ['song'], seed: 7, fold: 2 });
  expect(createPlan(options)).toEqual(smallPlan({ conditions: ['song'], seed: 7, fold: 2 }));
});

it('names the option that is wrong', () => {
  expect(() => createPlan({ ...required, seed: -1 })).toThrow(
    'createPlan: `seed` must be a whole number ≥ 0, got -1',
  );
});

it('refuses no recipe, such as one whose name RECIPES does not have', () => {
  const options = { recipe: RECIPES.get('mine') as never, protocol: 'clip' } as const;
  expect(() => createPlan(options)).toThrow(
    "createPlan: `recipe` must be a recipe, such as RECIPES.get('baseline'), got undefined",
  );
});
