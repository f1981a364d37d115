import { memoryStore } from '@ser/model';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { expect, it } from 'vitest';
import { readState } from './read-state.ts';

/** A model of a hundred weights, for ten epochs. */
const target = {
  model: { countParams: () => 100 } as LayersModel,
  callbacks: [],
  epochs: 10,
};
/** What is of all runs, of each weight and of each epoch. */
const MOST = 2 ** 20 + 64 * 100 + 2048 * 10;
const storeOf = async (bytes: number) => {
  const store = memoryStore();
  await store.write('resume.bin', new Uint8Array(bytes));
  return store;
};

it('has none of a run that has not begun', async () => {
  expect(await readState(memoryStore(), target)).toBeUndefined();
});

it('reads no more bytes than a run of this model can write', async () => {
  await expect(readState(await storeOf(MOST), target)).rejects.toMatchObject({
    code: 'bad-file',
    message: expect.stringMatching(/^memory\/resume\.bin is damaged \(.*\); remove it to train/s),
  });
  await expect(readState(await storeOf(MOST + 1), target)).rejects.toMatchObject({
    code: 'bad-file',
    message:
      'memory/resume.bin is of another run ' +
      `(it must have at most ${MOST} bytes for this model, got ${MOST + 1}); ` +
      'remove it to train this run from its start',
  });
});
