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
