// What other programs find in a file.
import { REFERENCE_VARIANTS } from '@ser/features';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it, vi } from 'vitest';
import { sequenceTable } from '../testing/sequences.ts';
import { smallTable } from '../testing/small-table.ts';
import { selectRows, type Table } from './table.ts';
import { writeParquet } from './write-parquet.ts';

const small = selectRows(smallTable(), [0, 9, 31]);
const { condition: _, ...first } = small.rows[0];
const table: Table = {
  ...small,
  variants: REFERENCE_VARIANTS,
  rows: [first, { ...small.rows[1], variant: 'noise', recording: 'twin' }, small.rows[2]],
};
const sequences = selectRows(sequenceTable(), [0, 9]);

const fileOf = (written: Table) => {
  const bytes = writeParquet(written);
  const file = bytes.slice().buffer;
  return { bytes, file, metadata: parquetMetadata(file) };
};
const vectors = fileOf(table);

/** The columns of a file as `name type`, in their order. */
const columnsOf = ({ metadata }: typeof vectors) =>
  metadata.schema
    .slice(1)
    .map(({ name, type, converted_type: text }) => [name, type, ...(text ? [text] : [])].join(' '));
const keys = ['clip', 'label', 'speaker', 'condition', 'variant'].map(
  (name) => `${name} BYTE_ARRAY UTF8`,
);

describe('columns', () => {
  it('of vectors say what a row is, and then its features', () => {
    expect(columnsOf(vectors)).toEqual([
      ...keys,
      'recording BYTE_ARRAY UTF8',
      ...table.names.map((name) => `${name} FLOAT`),
    ]);
  });

  it('of sequences count the frames, too', () => {
    expect(columnsOf(fileOf(sequences))).toEqual([
      ...keys,
      'frame INT32',
      'zcr FLOAT',
      'rms FLOAT',
    ]);
  });

  it('can hold no nulls', () => {
    const [, ...columns] = vectors.metadata.schema;
    expect(new Set(columns.map((column) => column.repetition_type))).toEqual(new Set(['REQUIRED']));
  });
});

it('has the values of each row under their names', async () => {
  const lines = await parquetReadObjects({ file: vectors.file });
  expect(lines).toEqual(
    table.rows.map((row, i) => ({
      ...{ ...row, condition: row.condition ?? '', recording: row.recording ?? '' },
      ...Object.fromEntries(table.names.map((name, j) => [name, table.x[i * 162 + j]])),
    })),
  );
});

it('has a line a frame of sequences', async () => {
  const { file } = fileOf(sequences);
  const lines = await parquetReadObjects({ file });
  expect(lines).toHaveLength(24);
  lines.forEach((line, i) => {
    const [row, frame] = [Math.floor(i / 12), i % 12];
    expect(line).toMatchObject({
      clip: sequences.rows[row].clip,
      frame,
      zcr: sequences.x[2 * i],
      rms: sequences.x[2 * i + 1],
    });
  });
});

it('says in its metadata what the features are', () => {
  const { key_value_metadata: entries = [], created_by: by } = vectors.metadata;
  expect(entries.map(({ key }) => key)).toEqual(['ser.table']);
  expect(JSON.parse(entries[0].value ?? '')).toEqual({
    version: 1,
    extractor: table.extractor,
    variants: table.variants,
    labels: table.labels,
    shape: [162],
  });
  expect(by).toBe('ser');
});

it('is one group of rows, packed with Snappy, with its floats split into streams', () => {
  const { row_groups: groups } = vectors.metadata;
  expect(groups.map((group) => Number(group.num_rows))).toEqual([3]);
  const chunks = groups[0].columns.map(({ meta_data: data }) => data);
  expect(new Set(chunks.map((chunk) => chunk?.codec))).toEqual(new Set(['SNAPPY']));
  expect(chunks.at(-1)?.encodings).toContain('BYTE_STREAM_SPLIT');
  expect(chunks.some((chunk) => chunk?.statistics)).toBe(false);
});

it('is one group of some hundred rows', () => {
  const many = selectRows(sequenceTable(), [...new Array(190).keys()]);
  const groups = fileOf(many).metadata.row_groups;
  expect(groups.map((group) => Number(group.num_rows))).toEqual([190 * 12]);
});

it('has the same bytes for the same table, whatever the time', () => {
  vi.useFakeTimers({ now: new Date('2031-05-04') });
  const later = writeParquet(table);
  vi.useRealTimers();
  expect(Buffer.compare(later, vectors.bytes)).toBe(0);
});
