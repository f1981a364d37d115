import { expect, it } from 'vitest';
import { smallRecipe } from '../../testing/small-plan.ts';
import { describeConditions, describeVariants } from './describe-plan.ts';

it.each([
  [null, 'all conditions'],
  [['speech'], 'speech'],
  [['speech', 'song'], 'speech and song'],
])('says of the conditions %j: %s', (conditions, words) => {
  expect(describeConditions({ conditions })).toBe(words);
});

const reference = { ...smallRecipe, variants: 'reference' } as const;
it.each([
  [reference, true, 'with noise and stretch-pitch variants in training'],
  [reference, false, 'original clips only'],
  [smallRecipe, true, 'original clips only'],
])('says of variants %#: %3$s', (recipe, variants, words) => {
  expect(describeVariants({ recipe, variants })).toBe(words);
});
