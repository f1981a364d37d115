import { expect, it } from 'vitest';
import type { FeatureTable } from './feature-table.ts';
import { readParquet, writeParquet } from './parquet.ts';

const table: FeatureTable = {
  preset: 'summary162',
  names: ['zcr', 'rms'],
  rows: [
    {
      clip: '03-01-01-01-01-01-01',
      label: 'neutral',
      actor: 1,
      channel: 'speech',
      variant: 'original',
    },
    { clip: '03-02-05-01-01-01-02', label: 'angry', actor: 2, channel: 'song', variant: 'noise' },
    { clip: '03-02-05-01-01-01-03', label: 'angry', actor: 3, channel: 'song', variant: 'noise' },
  ],
  x: Float32Array.of(0.25, -1e-7, 3, 4, 5, 6),
};

it('reads what it wrote', async () => {
  expect(await readParquet('a.parquet', writeParquet(table))).toEqual(table);
});

it('reads an empty table', async () => {
  const empty = { ...table, rows: [], x: new Float32Array() };
  expect(await readParquet('a.parquet', writeParquet(empty))).toEqual(empty);
});

it('names the file that it cannot read', async () => {
  const bytes = writeParquet(table);
  for (const bad of [
    new Uint8Array(),
    new TextEncoder().encode('no parquet here'),
    bytes.slice(0, 300),
  ]) {
    await expect(readParquet('bad.parquet', bad)).rejects.toThrow(/^bad\.parquet must be a table/);
  }
});
