import { describe, expect, it } from 'vitest';
import { sequenceRecipe } from '../testing/sequences.ts';
import { smallPlan, smallRecipe } from '../testing/small-plan.ts';
import { parsePlan } from './parse-plan.ts';

const plan = smallPlan();

it('takes what a run writes', () => {
  expect(parsePlan('plan.json', JSON.parse(JSON.stringify(plan)))).toEqual(plan);
});

it.each([
  ['nothing', null, 'plan.json: the value must be Object, got null'],
  ['half a fold', { ...plan, fold: 1.5 }, 'plan.json: `fold` must be a whole number ≥ 1, got 1.5'],
  [
    'a condition that is no text',
    { ...plan, conditions: ['a', 7] },
    'plan.json: `conditions[1]` must be string, got 7',
  ],
  ['a field too many', { ...plan, speed: 1 }, 'plan.json: `speed` is no field that is known here'],
  [
    'a billion seeds',
    { ...plan, seeds: 1e9 },
    'plan.json: `seeds` must be at most 10000, got 1000000000',
  ],
  ['a billion folds', { ...plan, folds: 1e9 }, '`folds` must be at most 10000'],
  ['a fold beyond all', { ...plan, fold: 1e9 }, '`fold` must be at most 10000'],
  ['a seed of 33 bits', { ...plan, seed: 2 ** 32 }, '`seed` must be at most 4294967295'],
  ['epochs without end', { ...plan, epochs: 1e300 }, '`epochs` must be at most 1000000000'],
  ['no protocol', { ...plan, protocol: undefined }, 'plan.json: `protocol` is missing'],
])('names what is wrong: %s', (_, value, message) => {
  expect(() => parsePlan('plan.json', value)).toThrow(message);
});

it('names the path in the recipe', () => {
  const recipe = { ...smallRecipe, fit: { ...smallRecipe.fit, epochs: 0 } };
  expect(() => parsePlan('a/plan.json', { ...plan, recipe })).toThrow(
    'a/plan.json: recipe: `fit.epochs` must be a whole number ≥ 1, got 0',
  );
});

describe('a recipe that averages weights', () => {
  const averaged = smallPlan({ recipe: sequenceRecipe });

  it('needs more epochs than those before it averages', () => {
    expect(() => parsePlan('plan.json', { ...averaged, epochs: 1 })).toThrow(
      expect.objectContaining({
        code: 'bad-plan',
        message:
          'plan.json: `epochs` must be above recipe.fit.averageWeights.startEpoch, ' +
          'which is 1, got 1',
      }),
    );
  });

  it('may have one epoch more', () => {
    expect(parsePlan('plan.json', { ...averaged, epochs: 2 }).epochs).toBe(2);
  });
});

it('may have more epochs than a recipe, to train until it is interrupted', () => {
  expect(parsePlan('plan.json', { ...plan, epochs: 1e9 }).epochs).toBe(1e9);
});
