import { unzipSync } from 'fflate';
import { parse } from 'npyjs';
import { expect, it } from 'vitest';
import { smallTable } from '../testing/small-table.ts';
import { selectRows } from './table.ts';
import { writeNpz } from './write-npz.ts';

const table = selectRows(smallTable(), [0, 9]);
const files = unzipSync(writeNpz(table));
const read = (name: string) => parse(files[`${name}.npy`].slice().buffer);

it('holds the values as numpy reads them', () => {
  expect(read('x')).toMatchObject({ data: table.x, shape: [2, 162] });
  expect(read('names').shape).toEqual([162]);
});

it('holds a line for each row that says what it is', () => {
  expect(read('clip')).toMatchObject({ shape: [2], dtype: 'U14' });
  for (const name of ['label', 'speaker', 'condition', 'variant', 'recording'])
    expect(read(name).shape).toEqual([2]);
});

it('has the shape of sequences', () => {
  const sequences = unzipSync(
    writeNpz({ ...table, names: table.names.slice(0, 81), shape: [2, 81] }),
  );
  expect(parse(sequences['x.npy'].slice().buffer).shape).toEqual([2, 2, 81]);
});
