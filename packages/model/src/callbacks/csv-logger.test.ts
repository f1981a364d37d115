import { expect, it } from 'vitest';
import { recordingStore } from '../testing/recording-store.ts';
import { replay } from '../testing/replay.ts';
import { csvLogger } from './csv-logger.ts';

const HEADER = 'epoch,accuracy,learning_rate,loss,val_accuracy,val_loss\n';

it('writes each epoch when it ends', async () => {
  const store = recordingStore();
  const lines: number[] = [];
  await replay(csvLogger({ to: store }), [0.5, 0.25], [0, 1], {
    beforeEpochEnd: (epoch) => {
      if (epoch > 0) lines.push(store.text('history.csv').split('\n').length - 1);
    },
  });
  expect(lines).toEqual([2]);
  expect(store.text('history.csv')).toBe(`${HEADER}0,0,1,0,0,0.5\n1,0,1,0,1,0.25\n`);
});

it('starts a new file for each run', async () => {
  const store = recordingStore();
  for (const loss of [2, 3]) await replay(csvLogger({ to: store, file: 'log.csv' }), [loss]);
  expect(store.text('log.csv')).toBe(`${HEADER}0,0,1,0,0,3\n`);
});

it('adds to the file that is there when asked to', async () => {
  const store = recordingStore();
  for (const loss of [3, 4]) {
    await replay(csvLogger({ to: store, file: 'log.csv', append: true }), [loss]);
  }
  expect(store.text('log.csv')).toBe(`${HEADER}0,0,1,0,0,3\n0,0,1,0,0,4\n`);
});

it('keeps the epochs of the run that it resumes', async () => {
  const store = recordingStore();
  const first = csvLogger({ to: store });
  await replay(first, [3]);
  const state = structuredClone(first.getState?.() ?? {});
  await store.remove('history.csv');
  const second = csvLogger({ to: store });
  await second.onTrainBegin?.({} as never);
  second.setState?.(state);
  await replay(second, [4], undefined, { isResumed: true });
  expect(store.text('history.csv')).toBe(`${HEADER}0,0,1,0,0,3\n0,0,1,0,0,4\n`);
});

it('keeps each epoch once where the run that it resumes added to a file', async () => {
  const store = recordingStore();
  const first = csvLogger({ to: store, append: true });
  await replay(first, [3]);
  const second = csvLogger({ to: store, append: true });
  await second.onTrainBegin?.({} as never);
  second.setState?.(structuredClone(first.getState?.() ?? {}));
  await replay(second, [4], undefined, { isResumed: true });
  expect(store.text('history.csv')).toBe(`${HEADER}0,0,1,0,0,3\n0,0,1,0,0,4\n`);
});

it('begins a file where it is to add to none', async () => {
  const store = recordingStore();
  await replay(csvLogger({ to: store, append: true }), [3]);
  expect(store.text('history.csv')).toBe(`${HEADER}0,0,1,0,0,3\n`);
});

it('begins the file anew in each run of one callback', async () => {
  const store = recordingStore();
  const callback = csvLogger({ to: store });
  for (const loss of [1, 2]) await replay(callback, [loss]);
  expect(store.text('history.csv')).toBe(`${HEADER}0,0,1,0,0,2\n`);
});

it('keeps the text as its state', async () => {
  const callback = csvLogger({ to: recordingStore() });
  await replay(callback, [1]);
  expect(callback.getState?.()).toEqual({ text: `${HEADER}0,0,1,0,0,1\n` });
  expect(() => callback.setState?.({ text: 1 })).toThrow(
    expect.objectContaining({ code: 'corrupt-state' }),
  );
});

it('refuses a file elsewhere', () => {
  expect(() => csvLogger({ to: recordingStore(), file: '../a.csv' })).toThrow(
    'csvLogger: `file` must be a relative path',
  );
});

it('passes on what is wrong with the store', async () => {
  const full = recordingStore(() => {
    throw new Error('disk full');
  });
  await expect(replay(csvLogger({ to: full }), [1])).rejects.toThrow('disk full');
});
