import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { GENERATED_FOLDER, MODEL_FOLDER } from '../util/paths.ts';
import { generatedModules, MODULE_FILES } from './generated-modules.ts';

async function published(): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const file of MODULE_FILES) {
    files.set(file, new Uint8Array(await readFile(join(MODEL_FOLDER, file))));
  }
  return files;
}

it('the modules are what `model-card publish` makes of the files', async () => {
  const modules = generatedModules(await published());
  expect(await readdir(GENERATED_FOLDER)).toEqual([...modules.keys()].sort());
  for (const [name, text] of modules) {
    expect([name, (await readFile(join(GENERATED_FOLDER, name), 'utf8')) === text]).toEqual([
      name,
      true,
    ]);
  }
});

it('refuses to leave a file out', () => {
  expect(() => generatedModules(new Map())).toThrow('there is no model.json');
});

it.each([`{"a": "it's"}`, '{"a": "\\n"}'])('refuses JSON that needs escapes: %s', async (json) => {
  const files = await published();
  files.set('model.json', new TextEncoder().encode(json));
  expect(() => generatedModules(files)).toThrow('JSON must need no escapes');
});
