import { REFERENCE_VARIANTS } from '@ser/features';
import { describe, expect, it } from 'vitest';
import { manyFrames } from '../testing/many-frames.ts';
import { memoryFile, memorySink } from '../testing/memory-file.ts';
import { smallTable } from '../testing/small-table.ts';
import { createTableWriter } from './create-table-writer.ts';
import { type MergeTablesOptions, mergeTables } from './merge-tables.ts';
import { openTable } from './open-table.ts';
import { readParquet } from './read-parquet.ts';
import { shardOf } from './shard-of.ts';
import { selectRows, type Table } from './table.ts';
import { writeParquet } from './write-parquet.ts';

/** The table sorted by its clips' ids. */
function sorted(table: Table): Table {
  const order = [...table.rows.keys()];
  const key = (i: number) => table.rows[i].clip;
  return selectRows(
    table,
    order.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a - b)),
  );
}

const open = (table: Table, name: string) => openTable(memoryFile(name, writeParquet(table)));

/** The table's clips in so many shards. */
const shards = (table: Table, count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, shard) => {
      const own = table.rows.flatMap(({ clip }, i) => (shardOf(clip, count) === shard ? [i] : []));
      return open(selectRows(table, own), `part-${shard}.parquet`);
    }),
  );

async function merged(parts: Parameters<typeof mergeTables>[0], options?: MergeTablesOptions) {
  const sink = memorySink();
  const result = await mergeTables(parts, sink, options);
  return { ...result, bytes: sink.bytes() };
}

const small = sorted({ ...smallTable(), variants: REFERENCE_VARIANTS });

it.each([1, 2, 4, 300])('of %d shards is one run, byte for byte', async (count) => {
  const { rows, bytes } = await merged(await shards(small, count));
  expect(rows).toBe(192);
  expect(Buffer.compare(bytes, writeParquet(small))).toBe(0);
});

it('does not depend on the order of the parts, nor of the rows in them', async () => {
  const parts = await shards(selectRows(small, [...small.rows.keys()].reverse()), 3);
  const { bytes } = await merged(parts.reverse());
  expect(Buffer.compare(bytes, writeParquet(small))).toBe(0);
});

it('keeps the rows of a clip in their order', async () => {
  const rows = ['b', 'b', 'a'].map((clip, i) => ({
    ...small.rows[0],
    clip,
    variant: ['original', 'noise', 'original'][i],
  }));
  const table = { ...selectRows(small, [0, 1, 2]), rows };
  const { bytes } = await merged([await open(table, 'a.parquet')]);
  expect(await readParquet('m', bytes)).toEqual(selectRows(table, [2, 0, 1]));
});

it('of many groups of rows is one run, byte for byte', async () => {
  const many = manyFrames(12_000);
  const { bytes } = await merged(await shards(many, 3));
  expect(Buffer.compare(bytes, writeParquet(many))).toBe(0);
});

it('of nothing is an empty table', async () => {
  const empty = selectRows(small, []);
  const parts = await Promise.all(['a', 'b'].map((name) => open(empty, name)));
  expect(await merged(parts)).toEqual({ rows: 0, bytes: writeParquet(empty) });
});

describe('recordings', () => {
  const rows = small.rows.map((row, i) => (i < 2 ? { ...row, recording: 'twin' } : row));
  const withTwins = { ...small, rows };

  it('of the parts are kept', async () => {
    const { bytes } = await merged(await shards(withTwins, 2));
    expect(Buffer.compare(bytes, writeParquet(withTwins))).toBe(0);
  });

  it('that were found since take their place', async () => {
    const recordings = new Map([[small.rows[5].clip, 'other']]);
    const { bytes } = await merged(await shards(withTwins, 2), { recordings });
    const expected = small.rows.map((row, i) => (i === 5 ? { ...row, recording: 'other' } : row));
    expect(Buffer.compare(bytes, writeParquet({ ...small, rows: expected }))).toBe(0);
  });

  it('that were not found leave no column', async () => {
    const { bytes } = await merged(await shards(withTwins, 2), { recordings: new Map() });
    expect(Buffer.compare(bytes, writeParquet(small))).toBe(0);
  });

  it('of clips that no part holds leave their column, as in one run', async () => {
    const { extractor, variants, labels } = small;
    const sink = memorySink();
    const writer = createTableWriter(sink, {
      ...{ extractor, labels, hasRecordings: true },
      ...(variants && { variants }),
    });
    await writer.add(small);
    await writer.close();
    const recordings = new Map([['gone', 'gone']]);
    const { bytes } = await merged(await shards(small, 2), { recordings });
    expect(Buffer.compare(bytes, sink.bytes())).toBe(0);
    expect(Buffer.compare(bytes, writeParquet(small))).not.toBe(0);
  });

  it('must be a Map', async () => {
    const work = merged(await shards(small, 1), { recordings: {} as never });
    await expect(work).rejects.toThrow('mergeTables: `recordings` must be a Map');
  });
});

it('hands fingerprints out, and leaves them out', async () => {
  const sink = memorySink();
  const { extractor, variants, labels } = small;
  const writer = createTableWriter(sink, { extractor, variants, labels });
  await writer.add(small);
  const fingerprints = new Map([
    ['b', { file: 'x/b.wav', fingerprint: 'AAAA' }],
    ['__proto__', { file: 'x/a.wav', fingerprint: '' }],
  ]);
  await writer.close({ fingerprints });
  expect(await readParquet('m', sink.bytes())).toEqual(small);
  const part = await openTable(memoryFile('part', sink.bytes()));
  expect(part.fingerprints).toEqual(fingerprints);
  const { bytes } = await merged([part]);
  expect(Buffer.compare(bytes, writeParquet(small))).toBe(0);
});

describe('refuses', () => {
  it('no table', async () => {
    await expect(merged([])).rejects.toMatchObject({ code: 'bad-argument' });
  });

  it.each<[string, Partial<Table>]>([
    ['extractor', { extractor: { ...small.extractor, sampleRate: 16_000 } }],
    ['variants', { variants: [] }],
    ['variants', { variants: undefined }],
    ['labels', { labels: [...small.labels].reverse() }],
  ])('another %s, and names the file', async (what, changes) => {
    const parts = [
      await open(small, 'a.parquet'),
      await open({ ...small, ...changes }, 'b.parquet'),
    ];
    await expect(merged(parts)).rejects.toMatchObject({
      code: 'other-features',
      message: expect.stringMatching(
        new RegExp(`^mergeTables: b.parquet must have the ${what} of a.parquet, .*, got `),
      ),
    });
  });

  it('a clip in two files', async () => {
    const parts = [
      await open(selectRows(small, [0, 1]), 'a.parquet'),
      await open(
        { ...selectRows(small, [1]), rows: [{ ...small.rows[1], variant: 'x' }] },
        'b.parquet',
      ),
    ];
    await expect(merged(parts)).rejects.toMatchObject({
      code: 'duplicate-clip',
      message: expect.stringContaining(
        `got ${small.rows[1].clip} (x) in a.parquet and in b.parquet`,
      ),
    });
  });

  it('a row that is there twice', async () => {
    const parts = [await open(selectRows(small, [3, 3]), 'a.parquet')];
    await expect(merged(parts)).rejects.toThrow('(original) twice in a.parquet');
  });
});
