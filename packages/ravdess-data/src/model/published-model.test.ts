import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { publishedModelFolder } from '../node/published-model-folder.ts';
import { publishedModel } from './published-model.ts';

const FILES = [
  'model.json',
  'weights.bin',
  'adapted/model.json',
  'adapted/weights.bin',
  'recognizer.json',
];
const sha256 = (bytes: Uint8Array = new Uint8Array()) =>
  createHash('sha256').update(bytes).digest('hex');

it.each(FILES)('gives %s as it lies in the folder', async (file) => {
  const bytes = await publishedModel.read(file);
  const expected = await readFile(join(publishedModelFolder(), file));
  if (file.endsWith('.json')) {
    const json = (text: Uint8Array = new Uint8Array()) =>
      JSON.parse(new TextDecoder().decode(text));
    expect(json(bytes)).toEqual(json(expected));
  } else expect(sha256(bytes)).toBe(sha256(expected));
});

it('has the weights that `ser train` gives, bit for bit', async () => {
  expect(sha256(await publishedModel.read('weights.bin'))).toBe(
    '0f89d54e77ed4524ddb0844accb3ffd68b9d80a22eba032ea52fd4cfa9500281',
  );
});

it('has the weights of voices that are calibrated to', async () => {
  expect(sha256(await publishedModel.read('adapted/weights.bin'))).toBe(
    '4118ecedf45de059373e25a5811ca73e76849b1d06f382ee087b8e5180252c6d',
  );
});

it.each(['weights.bi', 'constructor', '', 'adapted'])('has no file named %j', async (file) => {
  expect(await publishedModel.read(file)).toBeUndefined();
});

it('gives each caller bytes of its own', async () => {
  const first = await publishedModel.read('weights.bin');
  first?.fill(0);
  expect((await publishedModel.read('weights.bin'))?.some((byte) => byte !== 0)).toBe(true);
});

it('says in messages which model it is', () => {
  expect(publishedModel.name).toBe('@ser/ravdess-data functionals-lda');
});
