import { execFileSync } from 'node:child_process';
import { truncateSync } from 'node:fs';
import { RECIPES } from '@ser/experiment';
import { beforeAll, describe, expect, it } from 'vitest';
import { sharedSandbox } from '../testing/sandbox.ts';
import { SMALL_RECIPE } from '../testing/small-recipe.ts';
import { findRecipe } from './find-recipe.ts';

const sandbox = sharedSandbox();
const file = (name: string) => (name.startsWith('/') ? name : `${sandbox.folder}/${name}`);
beforeAll(() => {
  sandbox.put('mine.json', JSON.stringify(SMALL_RECIPE));
  sandbox.put('bom.json', `\ufeff${JSON.stringify(SMALL_RECIPE)}`);
  sandbox.put('powershell.json', Buffer.from(`\ufeff${JSON.stringify(SMALL_RECIPE)}`, 'utf16le'));
  sandbox.put('huge.json', '{');
  truncateSync(file('huge.json'), 6 * 2 ** 30);
  execFileSync('mkfifo', [file('pipe')]);
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

  it('reads a file of a mebibyte, and no larger one', () => {
    const text = JSON.stringify(SMALL_RECIPE);
    sandbox.put('wide.json', text.padEnd(2 ** 20));
    expect(findRecipe(file('wide.json'))).toEqual(SMALL_RECIPE);
    sandbox.put('wide.json', text.padEnd(2 ** 20 + 1));
    expect(() => findRecipe(file('wide.json'))).toThrow('which has 1048577 bytes');
  });

  it.each(['bom.json', 'powershell.json'])('reads a file as editors write it: %s', (name) => {
    expect(findRecipe(file(name))).toEqual(SMALL_RECIPE);
  });

  it.each([
    ['pipe', 'or a JSON file, got '],
    ['pipe', 'which is a named pipe'],
    ['huge.json', 'huge.json, which has 6442450944 bytes'],
    ['/dev/zero', '/dev/zero, which is a device'],
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
