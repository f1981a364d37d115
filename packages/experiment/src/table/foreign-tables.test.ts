// Tables that pandas, pyarrow, polars, DuckDB and fastparquet wrote.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readParquet } from './read-parquet.ts';

interface Case {
  name: string;
  parquet: string;
  changes?: { rows?: object[]; x?: number[]; shape?: number[] };
  error?: string;
}

const golden: { table: Case['changes']; cases: Case[] } = JSON.parse(
  readFileSync(new URL('../../fixtures/parquet.golden.json', import.meta.url), 'utf8'),
);
const features = [{ kind: 'zcr' }, { kind: 'rms' }] as const;
const vectors = { sampleRate: 8000, features };
const sequences = { ...vectors, statistic: null };

const read = ({ name, parquet }: Case) =>
  readParquet('their.parquet', Uint8Array.from(Buffer.from(parquet, 'base64')), {
    extractor: name.includes('frames') ? sequences : vectors,
  });

it.each(golden.cases.filter(({ error }) => error === undefined))('$name is read', async (each) => {
  const { rows, x, shape } = await read(each);
  const expected = { ...golden.table, ...each.changes };
  expect({ rows, x: [...x], shape }).toEqual(expected);
});

it.each(golden.cases.filter(({ error }) => error !== undefined))(
  '$name is refused',
  async (each) => {
    await expect(read(each)).rejects.toMatchObject({
      code: 'bad-table',
      message: expect.stringContaining(
        `their.parquet must be a table of features, but ${each.error}`,
      ),
    });
  },
);
