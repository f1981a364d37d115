import { expect, it } from 'vitest';
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
