import { describe, expect, it } from 'vitest';
import { RECIPES } from '../../recipe/recipes.ts';
import { discriminantRecipe, smallRecipe } from '../../testing/small-plan.ts';
import {
  describeAdaptation,
  describeAdaptedModel,
  describeChoice,
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
  [reference, true, 'with 2 variants in training: noise, stretch-pitch'],
  [
    { ...smallRecipe, variants: [{ name: 'slow', steps: [] }] },
    true,
    'with 1 variant in training: slow',
  ],
  [reference, false, 'original clips only'],
  [smallRecipe, true, 'original clips only'],
])('says of variants %#: %3$s', (recipe, variants, words) => {
  expect(describeVariants({ recipe, variants })).toBe(words);
});

describe('the scores of tested clips', () => {
  const plan = { recipe: discriminantRecipe, protocol: 'speaker', variants: true } as const;
  const words =
    'the geometric mean of the scores of each tested clip and of its variants slow and fast';

  it('are said to be a mean where the recipe has test variants', () => {
    expect(describeTestVariants({ ...plan, recipe: smallRecipe })).toBeUndefined();
    expect(describeTestVariants(plan)).toBe(words);
  });

  it('are said not to be one of variants that are tested themselves', () => {
    const reference = { ...plan, protocol: 'reference' } as const;
    expect(describeTestVariants(reference)).toBe(
      `${words}; a variant that is tested itself is scored alone`,
    );
    expect(describeTestVariants({ ...reference, variants: false })).toBe(words);
  });
});

it('says what the recipe was chosen on, where it is known', () => {
  const recipe = RECIPES.get('functionals-lda') ?? smallRecipe;
  expect(describeChoice({ recipe })).toBe(
    "the recipe was chosen on speech of RAVDESS' actors 1 to 20, four folds; " +
      'only other voices had no part in that',
  );
  expect(describeChoice({ recipe: smallRecipe })).toBeUndefined();
});

it('says that a model for adapted voices has other figures than these', () => {
  expect(describeAdaptedModel({ adaptation: 5 })).toBe(
    'fitted on voices that were moved to the average voice; whoever uses it moves none, so these ' +
      'figures are not its own: train under another protocol for a model to use',
  );
  expect(describeAdaptedModel({ adaptation: null })).toBeUndefined();
});

it.each([
  [null, undefined],
  [
    'all' as const,
    'before each tested clip all others of its voice were heard, without their labels; ' +
      'they hold every label about as often as the test does, as few real calibrations would',
  ],
  [1, 'one clip of each tested voice was heard before the test, without their labels'],
  [5, '5 clips of each tested voice were heard before the test, without their labels'],
])('says of the adaptation %j: %s', (adaptation, words) => {
  expect(describeAdaptation({ adaptation })).toBe(words);
});
