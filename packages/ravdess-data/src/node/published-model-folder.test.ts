import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { publishedModelFolder } from './published-model-folder.ts';

it('is the folder of the published model', async () => {
  const files = await readdir(publishedModelFolder(), { recursive: true });
  expect(files.sort()).toEqual(
    expect.arrayContaining([
      'adapted/model.json',
      'adapted/weights.bin',
      'model.json',
      'recognizer.json',
      'weights.bin',
    ]),
  );
});
