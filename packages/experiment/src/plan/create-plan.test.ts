import { engine } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { RECIPES } from '../recipe/recipes.ts';
import { smallRecipe } from '../testing/small-plan.ts';
import { SMALL_SPEAKERS } from '../testing/small-table.ts';
import { createPlan, type PlanOptions } from './create-plan.ts';
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
    adaptation: null,
    data: [],
    labelling: null,
  });
});

it('tests on the conditions that train unless others are asked for', () => {
  const plan = createPlan({ ...required, conditions: ['song'] });
  expect([plan.conditions, plan.testConditions]).toEqual([['song'], null]);
});

it('uses the variants of a recipe that has some', () => {
  const recipe = { ...smallRecipe, variants: 'reference' } as const;
  expect(createPlan({ ...required, recipe }).variants).toBe(true);
});

it('takes every option', () => {
  const others: Required<PlanOptions> = {
    recipe: { ...smallRecipe, variants: 'reference' },
    protocol: 'speaker-adapted',
    kind: 'cross-validation',
    fold: 2,
    folds: 5,
    conditions: ['song'],
    testConditions: ['speech'],
    variants: false,
    seed: 7,
    seeds: 3,
    epochs: 9,
    speakers: SMALL_SPEAKERS,
    adaptation: 5,
    backend: 'cpu',
    data: ['a.parquet'],
    labelling: { scheme: 'emodb' },
  };
  expect(createPlan(others)).toEqual({ version: 1, ...others });
});

it('is for the backend that tfjs uses', () => {
  const { backend: _, ...options } = required;
  const current = engine().backendName;
  engine().backendName = 'mine';
  expect(createPlan(options).backend).toBe('mine');
  engine().backendName = current;
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
