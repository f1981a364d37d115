import { createPlan, type Plan, RECIPES } from '@ser/experiment';
import { EMOTIONS } from '@ser/ravdess';
import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { startBackend } from '../console/start-backend.ts';
import { SMALL_RECIPE } from '../testing/small-recipe.ts';
import { checkModel } from './check-model.ts';

beforeAll(() => startBackend('wasm', 1));
const planOf = (recipe: Plan['recipe']): Plan =>
  createPlan({ recipe, protocol: 'clip', backend: 'wasm' });

it.each([...RECIPES.values()])(
  'accepts the recipe $name, and frees what it has built',
  (recipe) => {
    const before = memory().numTensors;
    expect(() => checkModel(planOf(recipe), EMOTIONS)).not.toThrow();
    expect(memory().numTensors).toBe(before);
  },
);

it('refuses a model that cannot be built, such as one of a single class, as wrong usage', () => {
  expect(() => checkModel(planOf(SMALL_RECIPE), ['calm'])).toThrow(
    expect.objectContaining({
      code: 'wrong-usage',
      exitCode: 2,
      message: expect.stringMatching(/^--recipe small: its model must fit its features: /),
    }),
  );
});
