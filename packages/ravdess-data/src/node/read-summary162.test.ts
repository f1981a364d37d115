import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { expect, it } from 'vitest';
import { summary162Url } from '../summary162-url.ts';
import { readSummary162 } from './read-summary162.ts';

const bytes = await readSummary162();

it('gives the bytes of the file', async () => {
  expect(Buffer.compare(bytes, await readFile(summary162Url()))).toBe(0);
});

it('is the table that was measured, bit for bit', () => {
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(
    '0db7692a94a615b9a6d383279e9145177680482f71f1481e7363eeb9ed2a4d9f',
  );
});

it('gives a Parquet file of 7,356 rows', () => {
  expect(Number(parquetMetadata(bytes.buffer).num_rows)).toBe(7356);
});

it('has columns that say what a row is, then 162 features', () => {
  const columns = parquetMetadata(bytes.buffer)
    .schema.slice(1)
    .map(({ name }) => name);
  expect(columns.slice(0, 5)).toEqual(['clip', 'label', 'speaker', 'condition', 'variant']);
  expect(columns).toHaveLength(5 + 162);
});

it('says in its metadata how it was computed', () => {
  const { key_value_metadata: entries = [] } = parquetMetadata(bytes.buffer);
  const text = entries.find(({ key }) => key === 'ser.table')?.value ?? '{}';
  const { extractor, variants, labels, shape } = JSON.parse(text);
  expect(extractor).toMatchObject({ sampleRate: 22050, offset: 0.6, duration: 2.5 });
  expect(variants.map(({ name }: { name: string }) => name)).toEqual(['noise', 'stretch-pitch']);
  expect([labels.length, shape]).toEqual([8, [162]]);
});

it('holds three variants of each of 2,452 clips', async () => {
  const rows = await parquetReadObjects({
    file: bytes.buffer,
    columns: ['clip', 'variant'],
    compressors: { GZIP: (input) => gunzipSync(input) },
  });
  expect(new Set(rows.map(({ clip }) => clip)).size).toBe(2452);
  const count = (name: string) => rows.filter(({ variant }) => variant === name).length;
  expect(['original', 'noise', 'stretch-pitch'].map(count)).toEqual([2452, 2452, 2452]);
});
