import { RECIPES } from '@ser/experiment';
import { beforeAll, describe, expect, it } from 'vitest';
import { sharedSandbox } from '../testing/sandbox.ts';
import { SMALL_RECIPE } from '../testing/small-recipe.ts';
import { findRecipe } from './find-recipe.ts';

const sandbox = sharedSandbox();
const file = (name: string) => `${sandbox.folder}/${name}`;
beforeAll(() => {
  sandbox.put('mine.json', JSON.stringify(SMALL_RECIPE));
  sandbox.put('text.json', 'not JSON');
  sandbox.put('wrong.json', JSON.stringify({ ...SMALL_RECIPE, fit: { epochs: 0 } }));
  sandbox.put('typo.json', JSON.stringify({ ...SMALL_RECIPE, fit: { epochs: 3, batchSise: 8 } }));
});

describe('findRecipe', () => {
  it.each([...RECIPES.keys()])('knows %s', (name) => {
    expect(findRecipe(name).name).toBe(name);
  });

  it('reads a file', () => {
    expect(findRecipe(file('mine.json'))).toEqual(SMALL_RECIPE);
  });

  it.each([
    ['text.json', 'text.json must be JSON: '],
    ['wrong.json', 'wrong.json: `fit.epochs` must be a whole number ≥ 1, got 0'],
    ['typo.json', 'typo.json: `fit.batchSise` is no field that is known here'],
    ['gone.json', 'must be one of baseline, '],
    ['.', 'or a JSON file, got '],
  ])('says what is wrong with %s', (name, why) => {
    expect(() => findRecipe(file(name))).toThrow(why);
  });

  it('calls it wrong usage', () => {
    expect(() => findRecipe('luck')).toThrow(expect.objectContaining({ exitCode: 2 }));
  });
});
