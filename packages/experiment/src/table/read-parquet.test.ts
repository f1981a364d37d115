import { parquetMetadata } from 'hyparquet';
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { smallTable } from '../testing/small-table.ts';
import { readParquet } from './read-parquet.ts';
import { selectRows, type Table } from './table.ts';
import { writeParquet } from './write-parquet.ts';

const table = selectRows(smallTable(), [0, 9, 31]);
table.x[1] = -1e-7;

const sequences: Table = {
  ...table,
  extractor: {
    sampleRate: 8000,
    features: [{ kind: 'zcr' }, { kind: 'rms' }],
    statistic: null,
    frames: 3,
  },
  names: ['zcr', 'rms'],
  shape: [3, 2],
  x: Float32Array.from({ length: 18 }, (_, i) => i / 7),
};

describe.each([
  ['vectors', table],
  ['sequences', sequences],
  ['nothing', { ...table, rows: [], x: new Float32Array() }],
])('a table of %s', (_, written) => {
  it('is read as it was written', async () => {
    expect(await readParquet('a.parquet', writeParquet(written))).toEqual(written);
  });

  it('gives the same bytes each time', () => {
    expect(writeParquet(written)).toEqual(writeParquet(written));
  });
});

it('leaves out the condition of rows without one', async () => {
  const rows = table.rows.map(({ condition: _, ...row }) => row);
  const found = await readParquet('a.parquet', writeParquet({ ...table, rows }));
  expect(found.rows).toEqual(rows);
});

it('keeps the recordings of clips that share one', async () => {
  const rows = table.rows.with(1, { ...table.rows[1], recording: 'twin' });
  const found = await readParquet('a.parquet', writeParquet({ ...table, rows }));
  expect(found.rows).toEqual(rows);
});

it('has no column of recordings where no row has one', () => {
  const columns = (written: Table) =>
    parquetMetadata(writeParquet(written)).schema.map(({ name }) => name);
  expect(columns(table)).not.toContain('recording');
  const rows = table.rows.with(1, { ...table.rows[1], recording: 'twin' });
  expect(columns({ ...table, rows })).toContain('recording');
});

const bytes = writeParquet(table);
it.each([
  ['an empty file', new Uint8Array()],
  ['text', new TextEncoder().encode('no parquet here')],
  ['the beginning of a table', bytes.slice(0, 300)],
])('names the file where it finds %s', async (_, bad) => {
  await expect(readParquet('bad.parquet', bad)).rejects.toThrow(/^bad\.parquet must be a table/);
});

it('refuses a table whose shape is not that of its columns', async () => {
  const lie = writeParquet({ ...table, shape: [161] });
  await expect(readParquet('lie.parquet', lie)).rejects.toMatchObject({ code: 'bad-table' });
});

it('refuses sequences whose frames do not count from 0', async () => {
  // The metadata lie, at the same length: one row of nine frames in place of three of three.
  const text = Buffer.from(writeParquet(sequences)).toString('latin1');
  const lie = Buffer.from(text.replace('"shape":[3,2]', '"shape":[9,2]'), 'latin1');
  await expect(readParquet('lie.parquet', lie)).rejects.toMatchObject({
    code: 'bad-table',
    message: expect.stringContaining('its column frame must count from 0 in row 3'),
  });
});

describe('a column of features', () => {
  /** A table of one feature, as another program might write it. */
  const foreign = (rms: Omit<ColumnSource, 'name'>): Uint8Array => {
    const keys = ['clip', 'label', 'speaker', 'condition', 'variant'].map(
      (name): ColumnSource => ({ name, type: 'STRING', data: ['a', 'b'] }),
    );
    const extractor = { sampleRate: 8000, features: [{ kind: 'rms' }] };
    const value = JSON.stringify({ version: 1, extractor, labels: ['a', 'b'], shape: [1] });
    const kvMetadata = [{ key: 'ser.table', value }];
    const columnData = [...keys, { ...rms, name: 'rms' }];
    return new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata }));
  };

  it('of numbers is read', async () => {
    const bytes = foreign({ type: 'FLOAT', data: [0.25, 0.5] });
    expect((await readParquet('odd.parquet', bytes)).x).toEqual(Float32Array.of(0.25, 0.5));
  });

  it.each([
    ['a null', { type: 'FLOAT', nullable: true, data: [0.25, null] }, 'got null in row 1'],
    ['digits in text', { type: 'STRING', data: ['0.25', '0.5'] }, 'got the string 0.25 in row 0'],
    ['large integers', { type: 'INT64', data: [1n, 2n] }, 'got the bigint 1 in row 0'],
  ] as const)('with %s is refused', async (_, rms, got) => {
    const bytes = foreign({ ...rms, data: [...rms.data] });
    const message = `its column rms must hold numbers, ${got}`;
    await expect(readParquet('odd.parquet', bytes)).rejects.toThrow(message);
  });
});
