import { expect, it } from 'vitest';
import { memoryStore } from '../testing/memory-store.ts';
import { replay } from '../testing/replay.ts';
import { csvLogger } from './csv-logger.ts';

const HEADER = 'epoch,accuracy,learning_rate,loss,val_accuracy,val_loss\n';

it('writes each epoch when it ends', async () => {
  const store = memoryStore();
  const lines: number[] = [];
  await replay(csvLogger({ to: store }), [0.5, 0.25], [0, 1], {
    beforeEpochEnd: (epoch) => {
      if (epoch > 0) lines.push(store.text('history.csv').split('\n').length - 1);
    },
  });
  expect(lines).toEqual([2]);
  expect(store.text('history.csv')).toBe(`${HEADER}0,0,1,0,0,0.5\n1,0,1,0,1,0.25\n`);
});

it('starts a new file for each run, or adds to the one that is there', async () => {
  const store = memoryStore();
  const one = `${HEADER}0,0,1,0,0,3\n`;
  for (const append of [true, false]) {
    await replay(csvLogger({ to: store, file: 'log.csv', append }), [3]);
    expect(store.text('log.csv')).toBe(one);
  }
  await replay(csvLogger({ to: store, file: 'log.csv', append: true }), [4]);
  expect(store.text('log.csv')).toBe(`${one}0,0,1,0,0,4\n`);
});

it('keeps the epochs of the run that it resumes', async () => {
  const store = memoryStore();
  const first = csvLogger({ to: store });
  await replay(first, [3]);
  const state = structuredClone(first.getState?.() ?? {});
  store.files.clear();
  const second = csvLogger({ to: store });
  await second.onTrainBegin?.({} as never);
  second.setState?.(state);
  await replay(second, [4], undefined, { isResumed: true });
  expect(store.text('history.csv')).toBe(`${HEADER}0,0,1,0,0,3\n0,0,1,0,0,4\n`);
});

it('passes on what is wrong with the store', async () => {
  const full = memoryStore(() => {
    throw new Error('disk full');
  });
  await expect(replay(csvLogger({ to: full }), [1])).rejects.toThrow('disk full');
});
