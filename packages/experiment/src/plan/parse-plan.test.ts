import { expect, it } from 'vitest';
import { smallPlan, smallRecipe } from '../testing/small-plan.ts';
import { parsePlan } from './parse-plan.ts';

const plan = smallPlan();

it('takes what a run writes', () => {
  expect(parsePlan('config.json', JSON.parse(JSON.stringify(plan)))).toEqual(plan);
});

it.each([
  [null, 'config.json: the value must be Object, got null'],
  [{ ...plan, fold: 1.5 }, 'config.json: `fold` must be a whole number ≥ 1, got 1.5'],
  [{ ...plan, conditions: ['a', 7] }, 'config.json: `conditions.1` must be string, got 7'],
  [{ ...plan, speed: 1 }, 'config.json: `speed` is no field that is known here'],
  [{ ...plan, protocol: undefined }, 'config.json: `protocol` must be'],
])('names what is wrong in %j', (value, message) => {
  expect(() => parsePlan('config.json', value)).toThrow(message);
});

it('names the path in the recipe', () => {
  const recipe = { ...smallRecipe, fit: { ...smallRecipe.fit, epochs: 0 } };
  expect(() => parsePlan('a/config.json', { ...plan, recipe })).toThrow(
    'a/config.json: recipe: `fit.epochs` must be a whole number ≥ 1, got 0',
  );
});
