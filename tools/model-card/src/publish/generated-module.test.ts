import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { GENERATED_FILE, GENERATED_FOLDER, MODEL_FOLDER } from '../util/paths.ts';
import { generatedModule, MODULE_FILES } from './generated-module.ts';

it('the module is what `model-card publish` makes of the files', async () => {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const file of MODULE_FILES) {
    files.set(file, new Uint8Array(await readFile(join(MODEL_FOLDER, file))));
  }
  const module = await readFile(join(GENERATED_FOLDER, GENERATED_FILE), 'utf8');
  expect(generatedModule(files) === module).toBe(true);
});

it('refuses to leave a file out', () => {
  expect(() => generatedModule(new Map())).toThrow('there is no model.json');
});
