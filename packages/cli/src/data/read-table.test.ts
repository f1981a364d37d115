import { writeParquet } from '@ser/experiment';
import { presets } from '@ser/features';
import type { ExampleSource } from '@ser/model';
import { describe, expect, it } from 'vitest';
import { sandboxPerTest } from '../testing/sandbox.ts';
import { syntheticTable } from '../testing/synthetic-table.ts';
import { readTable, readTableExtractor, readTableHead } from './read-table.ts';
import { TableMemory } from './table-memory.ts';

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

describe('with a limit to what tables may take', () => {
  const table = syntheticTable();
  const bytes = table.x.byteLength;

  it('takes what fits, and counts it', async () => {
    sandbox.put('a.parquet', writeParquet(table));
    const memory = new TableMemory(sandbox.folder, bytes);
    expect(await readTable(at('a.parquet'), memory)).toEqual(table);
    expect(memory.take(1)).toBe(false);
  });

  it('reads the rows of what does not from a file, until that is closed', async () => {
    sandbox.put('a.parquet', writeParquet(table));
    const memory = new TableMemory(sandbox.folder, bytes - 1);
    const { x, ...rest } = await readTable(at('a.parquet'), memory);
    const { x: expected, ...others } = table;
    expect(rest).toEqual(others);
    const source = x as ExampleSource;
    expect(source).toMatchObject({ length: table.rows.length, size: 162 });
    const into = new Float32Array(expected.length);
    await source.read(Int32Array.from(table.rows.keys()), into);
    expect(into).toEqual(expected);
    expect(sandbox.list()).toEqual(['a.parquet']);
    await memory.close();
    await expect(source.read(Int32Array.of(0), into.subarray(0, 162))).rejects.toThrow();
  });

  it('says what is wrong with a table as without', async () => {
    const x = table.x.map((value, i) => (i === 170 ? Number.NaN : value));
    sandbox.put('a.parquet', writeParquet({ ...table, x }));
    const error: unknown = await readTable(at('a.parquet')).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'bad-table' });
    const memory = new TableMemory(sandbox.folder, 0);
    await expect(readTable(at('a.parquet'), memory)).rejects.toEqual(error);
  });
});

it('gives the rows alone', async () => {
  sandbox.put('a.parquet', writeParquet(syntheticTable()));
  const { x, ...head } = await readTableHead(at('a.parquet'));
  const { x: all, ...rest } = syntheticTable();
  expect(head).toEqual(rest);
  expect(x).toMatchObject({ length: rest.rows.length, size: all.length / rest.rows.length });
  expect(() => (x as ExampleSource).read(new Int32Array(1), new Float32Array(1))).toThrow(
    'its numbers were not read',
  );
});
