import { parquetMetadata } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { manyFrames } from '../testing/many-frames.ts';
import { memorySink } from '../testing/memory-file.ts';
import { smallTable } from '../testing/small-table.ts';
import { createTableWriter, type TableHead } from './create-table-writer.ts';
import { rowSize, selectRows, type Table } from './table.ts';
import { writeParquet } from './write-parquet.ts';

const small = selectRows(smallTable(), [0, 1, 2, 3, 4]);
const { extractor, labels } = small;
const head: TableHead = { extractor, labels };

/** What a writer gives of a table that comes so many rows at a time. */
async function written(table: Table, step: number, changes: Partial<TableHead> = {}) {
  const { extractor, variants, labels } = table;
  const sink = memorySink();
  const writer = createTableWriter(sink, { extractor, variants, labels, ...changes });
  const size = rowSize(table);
  for (let start = 0; start < table.rows.length; start += step) {
    const end = Math.min(start + step, table.rows.length);
    const x = table.x.slice(start * size, end * size);
    await writer.add({ rows: table.rows.slice(start, end), x });
    // What was added was copied.
    x.fill(7);
  }
  await writer.close();
  return sink;
}

const groupsOf = (bytes: Uint8Array) =>
  parquetMetadata(bytes.slice().buffer).row_groups.map((group) => Number(group.num_rows));

it.each([1, 2, 3, 5])('gives the bytes of writeParquet, %d rows at a time', async (step) => {
  expect((await written(small, step)).bytes()).toEqual(writeParquet(small));
});

it('gives an empty table where nothing came', async () => {
  const empty = selectRows(small, []);
  expect((await written(empty, 1)).bytes()).toEqual(writeParquet(empty));
});

describe('many rows', () => {
  // Of 12 frames, 10,922 rows are 131,064 lines; another one would be more than 2^17.
  const many = manyFrames(10_922 + 3);
  const whole = writeParquet(many);

  it('stand in groups of at most 2^17 lines', () => {
    expect(groupsOf(whole)).toEqual([131_064, 36]);
    expect(groupsOf(writeParquet(selectRows(many, new Array(10_922).fill(0))))).toEqual([131_064]);
  });

  it.each([1000, 10_922, 10_925])('are the same, %d at a time', async (step) => {
    const sink = await written(many, step);
    expect(Buffer.compare(sink.bytes(), whole)).toBe(0);
  });

  it('are written as soon as a group is full', async () => {
    const sink = memorySink();
    const { extractor, labels } = many;
    const writer = createTableWriter(sink, { extractor, labels });
    await writer.add(selectRows(many, [...new Array(10_921).keys()]));
    expect(sink.parts).toHaveLength(0);
    await writer.add(selectRows(many, [10_921]));
    expect(sink.parts).toHaveLength(1);
    await writer.close();
    expect(sink.parts).toHaveLength(2);
  });
});

it('holds at most 2^23 numbers in a group', async () => {
  const { groupRows } = await import('./util/table-encoder.ts');
  expect(groupRows([4171])).toBe(2011);
  expect(groupRows([160, 64])).toBe(819);
  expect(groupRows([162])).toBe(51_781);
  expect(groupRows([2])).toBe(131_072);
  expect(groupRows([2 ** 24])).toBe(1);
});

it('takes recordings where the head says so', async () => {
  const rows = small.rows.map((row, i) => (i === 2 ? { ...row, recording: 'twin' } : row));
  const table = { ...small, rows };
  const sink = await written(table, 2, { hasRecordings: true });
  expect(sink.bytes()).toEqual(writeParquet(table));
  await expect(written(table, 2)).rejects.toMatchObject({
    code: 'bad-table',
    message: `add: clip ${rows[2].clip} must name no recording without \`hasRecordings\`, got twin`,
  });
});

describe('refuses', () => {
  const writer = () => createTableWriter(memorySink(), head);

  it('rows of another size', async () => {
    await expect(writer().add({ rows: small.rows, x: small.x.subarray(1) })).rejects.toThrow(
      'add: `x` must hold 162 values for each of 5 rows, got 809',
    );
  });

  it('a label that is not known', async () => {
    const rows = [{ ...small.rows[0], label: 'bored' }];
    await expect(writer().add({ rows, x: small.x.subarray(0, 162) })).rejects.toThrow(
      /must be one of calm, happy, angry, sad, got bored/,
    );
  });

  it('rows after the end, and a second end', async () => {
    const closed = writer();
    await closed.close();
    const message = '`add` and `close` must not follow `close`';
    await expect(closed.add(small)).rejects.toThrow(message);
    await expect(closed.close()).rejects.toThrow(message);
  });

  it('rows while others are being written', async () => {
    const busy = createTableWriter({ write: () => new Promise(() => {}) }, head);
    void busy.close();
    await expect(busy.add(small)).rejects.toThrow('another that runs');
  });

  it('rows after the sink has failed', async () => {
    const sink = { write: () => Promise.reject(new Error('no space')) };
    const broken = createTableWriter(sink, head);
    await broken.add(small);
    await expect(broken.close()).rejects.toThrow('no space');
    await expect(broken.close()).rejects.toThrow('or a failure');
  });

  it.each<[string, unknown, unknown]>([
    ['no sink', undefined, head],
    ['what is none', {}, head],
    ['no labels', memorySink(), { extractor }],
    [
      'sequences of any length',
      memorySink(),
      { extractor: { ...extractor, statistic: null }, labels },
    ],
  ])('%s', (_, sink, wrong) => {
    expect(() => createTableWriter(sink as never, wrong as never)).toThrow(/^createTableWriter: `/);
  });
});
