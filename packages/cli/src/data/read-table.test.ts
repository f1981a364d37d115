import { writeParquet } from '@ser/experiment';
import { presets } from '@ser/features';
import { expect, it } from 'vitest';
import { sandboxPerTest } from '../testing/sandbox.ts';
import { syntheticTable } from '../testing/synthetic-table.ts';
import { readTable, readTableExtractor } from './read-table.ts';

const sandbox = sandboxPerTest();
const at = (file: string): string => `${sandbox.folder}/${file}`;

it('reads what the features are as from the whole table', async () => {
  sandbox.put('a.parquet', writeParquet(syntheticTable()));
  expect(await readTableExtractor(at('a.parquet'))).toEqual(presets.summary162);
});

it('reads it where the rows are damaged, which only the table minds', async () => {
  const bytes = Buffer.from(writeParquet(syntheticTable()));
  bytes.fill(0xff, 4, bytes.length / 2);
  sandbox.put('a.parquet', bytes);
  expect(await readTableExtractor(at('a.parquet'))).toEqual(presets.summary162);
  await expect(readTable(at('a.parquet'))).rejects.toMatchObject({ code: 'bad-table' });
});

it('looks at the whole table of another program', async () => {
  const bytes = Buffer.from(writeParquet(syntheticTable()));
  const key = bytes.lastIndexOf('ser.table');
  bytes.write('own.table', key);
  sandbox.put('a.parquet', bytes);
  expect(await readTableExtractor(at('a.parquet'))).toEqual(presets.summary162);
});

it.each<[string, Uint8Array | string]>([
  ['text', 'clip,label\n'.repeat(1000)],
  ['a cut table', writeParquet(syntheticTable()).subarray(0, 9000)],
])('says of %s what reading the table says', async (_, content) => {
  sandbox.put('a.parquet', content);
  const error: unknown = await readTable(at('a.parquet')).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'bad-table' });
  await expect(readTableExtractor(at('a.parquet'))).rejects.toEqual(error);
});

it('names a table that is not there', async () => {
  await expect(readTableExtractor(at('gone.parquet'))).rejects.toMatchObject({
    code: 'no-such-path',
    message: `--data ${at('gone.parquet')}: there is no such file`,
  });
});
