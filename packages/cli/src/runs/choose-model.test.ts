import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sandboxPerTest } from '../testing/sandbox.ts';
import { chooseModel, titleOf } from './choose-model.ts';

const sandbox = sandboxPerTest();
const home = process.cwd();
beforeEach(() => process.chdir(sandbox.folder));
afterEach(() => process.chdir(home));

it('gives the folder of the published model', async () => {
  const { folder, ...published } = await chooseModel('published');
  expect(published).toEqual({ name: 'published', isPublished: true });
  expect(existsSync(join(folder, 'model.json'))).toBe(true);
});

it('gives the newest run', async () => {
  sandbox.put('runs/a/model.json', '{}');
  expect(await chooseModel('newest')).toEqual({
    name: 'runs/a',
    folder: 'runs/a',
    isPublished: false,
  });
});

it('gives a folder, of such a name too where it is written as a path', async () => {
  for (const folder of ['mine', './published', './newest']) {
    sandbox.put(`${folder}/model.json`, '{}');
    expect(await chooseModel(folder)).toEqual({ name: folder, folder, isPublished: false });
  }
});

it.each(['published', 'newest'])('calls a folder %s by what names it again', async (word) => {
  sandbox.put(`${word}/model.json`, '{}');
  const chosen = await chooseModel(`${word}/model.json`);
  expect(chosen).toEqual({ name: `./${word}`, folder: word, isPublished: false });
});

it.each([
  ['newest', 'no-model'],
  ['nowhere', 'no-such-path'],
])('refuses %s where it is not there', async (choice, code) => {
  await expect(chooseModel(choice)).rejects.toMatchObject({ code });
});

it('names a model within a sentence', () => {
  expect(titleOf({ name: 'published', isPublished: true })).toBe('the published model');
  expect(titleOf({ name: 'runs/a', isPublished: false })).toBe('the model in runs/a');
});
