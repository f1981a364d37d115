import { memoryStore } from '@ser/model';
import { expect, it } from 'vitest';
import { smallTable } from '../testing/small-table.ts';
import { selectRows } from './table.ts';
import { tableCache } from './table-cache.ts';

const table = selectRows(smallTable(), [3, 4]);

it('has nothing before it is written', async () => {
  expect(await tableCache(memoryStore(), 'a.parquet').read()).toBeUndefined();
});

it('gives back what was written', async () => {
  const store = memoryStore();
  await tableCache(store, 'a.parquet').write(table);
  expect(await tableCache(store, 'a.parquet').read()).toEqual(table);
});

it('says what the store says where it cannot be read', async () => {
  const store = { ...memoryStore(), read: () => Promise.reject(new Error('no such disk')) };
  await expect(tableCache(store, 'a.parquet').read()).rejects.toThrow(/^no such disk$/);
});

it('names the file that is no table', async () => {
  const store = memoryStore();
  await store.write('a.parquet', new Uint8Array(20));
  await expect(tableCache(store, 'a.parquet').read()).rejects.toThrow('memory/a.parquet must be');
});

it('says what to do with a file that is none', async () => {
  const store = memoryStore();
  await store.write('t.parquet', new TextEncoder().encode('half a file'));
  await expect(tableCache(store, 't.parquet').read()).rejects.toMatchObject({
    code: 'bad-table',
    message: expect.stringMatching(
      /t\.parquet must be a table.*; remove it to extract all clips anew$/,
    ),
  });
});
