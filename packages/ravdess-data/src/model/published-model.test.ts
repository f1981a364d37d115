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
  expect(sha256(bytes)).toBe(sha256(expected));
});

it('has the weights that `ser train` gives, bit for bit', async () => {
  expect(sha256(await publishedModel.read('weights.bin'))).toBe(
    'dc5228549e67e91ac6a57064d6bbf49c093ead616d82890dde2e8f1c65568332',
  );
});

it('has the weights of voices that are calibrated to', async () => {
  expect(sha256(await publishedModel.read('adapted/weights.bin'))).toBe(
    'abeb55fb35074f7bb10ccdfc5564c6b907b077bada64b62115570078b4cf4c04',
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
