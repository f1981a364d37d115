import { expect, it } from 'vitest';
import { discriminantRecipe, smallRecipe } from '../../testing/small-plan.ts';
import {
  describeAdaptation,
  describeConditions,
  describeTestVariants,
  describeVariants,
} from './describe-plan.ts';

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

it('says in which variants tested clips are scored', () => {
  expect(describeTestVariants({ recipe: smallRecipe })).toBeUndefined();
  expect(describeTestVariants({ recipe: discriminantRecipe })).toBe(
    'the mean of each tested clip and its variants slow and fast',
  );
});

it.each([
  [null, undefined],
  [
    'all' as const,
    'before each tested clip all others of its voice were heard, without their labels',
  ],
  [1, 'one clip of each tested voice was heard before the test, without their labels'],
  [5, '5 clips of each tested voice were heard before the test, without their labels'],
])('says of the adaptation %j: %s', (adaptation, words) => {
  expect(describeAdaptation({ adaptation })).toBe(words);
});
