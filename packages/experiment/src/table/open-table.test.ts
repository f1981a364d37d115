import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { collect } from '../testing/collect.ts';
import { manyFrames } from '../testing/many-frames.ts';
import { memoryFile } from '../testing/memory-file.ts';
import { sequenceTable } from '../testing/sequences.ts';
import { smallTable } from '../testing/small-table.ts';
import { openTable } from './open-table.ts';
import { rowSize, selectRows, type Table } from './table.ts';
import { writeParquet } from './write-parquet.ts';

/** A table in groups of so many lines, as another program might write it. */
function inGroups(table: Table, rowGroupSize: number): Uint8Array {
  const { names, rows, shape, x, extractor, labels } = table;
  const frames = shape.length > 1 ? shape[0] : 1;
  const lines = Array.from({ length: rows.length * frames }, (_, i) => i);
  const columnData = [
    ...(['clip', 'label', 'speaker', 'variant'] as const).map((name) => ({
      name,
      type: 'STRING' as const,
      data: lines.map((i) => rows[Math.floor(i / frames)][name]),
    })),
    { name: 'frame', type: 'INT32' as const, data: lines.map((i) => i % frames) },
    ...names.map((name, j) => ({
      name,
      type: 'FLOAT' as const,
      data: lines.map((i) => x[i * names.length + j]),
    })),
  ];
  const value = JSON.stringify({ version: 1, extractor, labels, shape });
  const kvMetadata = [{ key: 'ser.table', value }];
  return new Uint8Array(parquetWriteBuffer({ columnData, rowGroupSize, kvMetadata }));
}

const { rows: some, ...rest } = selectRows(sequenceTable(), [0, 1, 2, 3, 4, 5, 6, 7]);
const sequences: Table = { ...rest, rows: some.map(({ condition: _, ...row }) => row) };
const vectors = smallTable();

/** All parts as one table. */
async function whole(parts: AsyncIterable<Table>): Promise<Table> {
  const all = await collect(parts);
  const x = Float32Array.from(all.flatMap((part) => [...part.x]));
  return { ...all[0], rows: all.flatMap(({ rows }) => rows), x };
}

it('says what a table is, but for its numbers', async () => {
  const source = memoryFile('a.parquet', writeParquet(vectors));
  const { parts, load, file, fingerprints, ...head } = await openTable(source);
  const { x: _, ...expected } = vectors;
  expect(head).toEqual(expected);
  expect([file, fingerprints]).toEqual(['a.parquet', undefined]);
});

it('reads what is asked for alone', async () => {
  const many = manyFrames(12_000);
  const source = memoryFile('a.parquet', writeParquet(many));
  const table = await openTable(source);
  /** What is read of the file for some rows. */
  const bytesFor = async (filter: (index: number) => boolean) => {
    source.reads.length = 0;
    const loaded = await table.load((_, i) => filter(i));
    const bytes = source.reads.reduce((sum, [start, end]) => sum + end - start, 0);
    return { loaded, bytes };
  };
  const all = await bytesFor(() => true);
  const last = await bytesFor((i) => i === 11_999);
  expect(all.loaded).toEqual(many);
  expect(last.loaded).toEqual(selectRows(many, [11_999]));
  // The second group has 1,078 rows of 12,000.
  expect(last.bytes).toBeLessThan(0.25 * all.bytes);
  expect((await bytesFor(() => false)).bytes).toBe(0);
});

// Groups of 5 lines cut rows of 12 in three, those of 12 none, those of 30 every second one.
describe.each([1, 5, 12, 30, 36, 96])('groups of %d lines', (size) => {
  const bytes = inGroups(sequences, size);
  const open = () => openTable(memoryFile('a.parquet', bytes));

  it('are loaded as one table', async () => {
    expect(await (await open()).load()).toEqual(sequences);
  });

  it('are the parts of the table', async () => {
    expect(await whole((await open()).parts())).toEqual(sequences);
  });

  it.each([[[0]], [[7]], [[2, 3, 5]], [[]], [[0, 1, 2, 3, 4, 5, 6]]])(
    'are loaded for the rows %j',
    async (indices) => {
      const table = await (await open()).load((_, i) => indices.includes(i as never));
      expect(table).toEqual(selectRows(sequences, indices));
    },
  );
});

it('has a part a group, of whole rows', async () => {
  const table = await openTable(memoryFile('a.parquet', inGroups(sequences, 30)));
  const parts = await collect(table.parts());
  expect(parts.map(({ rows }) => rows.length)).toEqual([2, 3, 2, 1]);
  for (const { rows, x } of parts) expect(x).toHaveLength(rows.length * rowSize(sequences));
});

it('takes a group of nothing but zeros, which packs a hundredfold', async () => {
  const [row] = vectors.rows;
  const zeros = {
    ...vectors,
    rows: new Array(51_781).fill(row),
    x: new Float32Array(51_781 * 162),
  };
  const table = await openTable(memoryFile('a.parquet', writeParquet(zeros)));
  const [part, ...others] = await collect(table.parts());
  expect([part.x.length, others]).toEqual([zeros.x.length, []]);
});

it('filters by what a row is', async () => {
  const table = await openTable(memoryFile('a.parquet', writeParquet(vectors)));
  const { rows } = await table.load(({ speaker }) => speaker === '03');
  expect(rows).toEqual(vectors.rows.filter(({ speaker }) => speaker === '03'));
  await expect(table.load('03' as never)).rejects.toMatchObject({ code: 'bad-argument' });
});

it('of other programs is told what its features are', async () => {
  const { extractor } = vectors;
  const bytes = writeParquet({ ...vectors, labels: ['calm', 'happy', 'angry', 'sad'] });
  expect((await openTable(memoryFile('a', bytes), { extractor })).extractor).toEqual(extractor);
  const work = openTable(memoryFile('a', bytes), { extractor: 'no' as never });
  await expect(work).rejects.toThrow('openTable: `extractor` must be a configuration or one of');
});

describe('a source', () => {
  const bytes = writeParquet(vectors);

  it.each([
    undefined,
    {},
    { name: 'a', size: 1.5, read: async () => bytes },
    { name: 'a', size: 10 },
    { size: 10, read: async () => bytes },
  ])('cannot be %j', async (source) => {
    await expect(openTable(source as never)).rejects.toMatchObject({
      code: 'bad-argument',
      message: expect.stringContaining('openTable: `source` must have'),
    });
  });

  it('that fails is not taken for a table that is none', async () => {
    const gone = Object.assign(new Error('EIO'), { code: 'EIO' });
    const source = { ...memoryFile('a', bytes), read: () => Promise.reject(gone) };
    await expect(openTable(source)).rejects.toBe(gone);
  });

  it('that fails later does so in parts and rows', async () => {
    const source = memoryFile('a', bytes);
    const { read } = source;
    let isGone = false;
    const gone = new Error('EIO');
    const table = await openTable({
      ...source,
      read: (start, end) => (isGone ? Promise.reject(gone) : read(start, end)),
    });
    isGone = true;
    await expect(table.load()).rejects.toBe(gone);
    await expect(collect(table.parts())).rejects.toBe(gone);
  });

  it('that gives too little is refused', async () => {
    const source = memoryFile('a', bytes);
    const read = async (start: number, end: number) => bytes.slice(start, end - 1);
    await expect(openTable({ ...source, read })).rejects.toMatchObject({
      code: 'bad-table',
      message: expect.stringMatching(/^a must give 64 bytes from 0, got 63: it has changed/),
    });
  });

  it('that is cut anywhere is refused', async () => {
    for (let end = 0; end < bytes.length; end += 1 + Math.floor(bytes.length / 50)) {
      const cut = openTable(memoryFile('a', bytes.slice(0, end)));
      await expect(cut, `${end} bytes`).rejects.toMatchObject({ code: 'bad-table' });
    }
  });

  it.each([-1000, -1, 1, 1000])('whose size is %d bytes off is refused', async (off) => {
    const lie = openTable({ ...memoryFile('a', bytes), size: bytes.length + off });
    await expect(lie).rejects.toMatchObject({ code: 'bad-table' });
  });

  it('that changes is named with the row that is none', async () => {
    const source = memoryFile('a', writeParquet(vectors));
    const table = await openTable(source);
    const damaged = bytes.slice();
    const middle = Math.floor(bytes.length / 2);
    damaged.fill(255, middle, middle + 2000);
    const read = async (start: number, end: number) => damaged.slice(start, end);
    const other = await openTable({ ...source, read });
    for (const work of [other.load(), collect(other.parts())]) {
      await expect(work).rejects.toMatchObject({
        code: 'bad-table',
        message: expect.stringMatching(/^a must be a table of features, but /),
      });
    }
    expect(table.rows).toHaveLength(192);
  });
});
