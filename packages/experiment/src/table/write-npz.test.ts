import { unzipSync } from 'fflate';
import { parse } from 'npyjs';
import { expect, it, vi } from 'vitest';
import { smallTable } from '../testing/small-table.ts';
import { selectRows } from './table.ts';
import { writeNpz } from './write-npz.ts';

const small = selectRows(smallTable(), [0, 9]);
const { condition: _, ...first } = small.rows[0];
const table = {
  ...small,
  rows: [first, { ...small.rows[1], variant: 'noise', recording: 'twin' }],
};
const files = unzipSync(writeNpz(table));
const read = (name: string) => parse(files[`${name}.npy`].slice().buffer);

it('holds the values as numpy reads them', () => {
  expect(read('x')).toMatchObject({ data: table.x, shape: [2, 162], dtype: 'f4' });
});

it.each([
  ['names', table.names],
  ['clip', ['calm-speech-01', 'calm-song-02']],
  ['label', ['calm', 'calm']],
  ['speaker', ['01', '02']],
  ['condition', ['', 'song']],
  ['variant', ['original', 'noise']],
  ['recording', ['', 'twin']],
])('holds %s in the order of the rows', (name, values) => {
  const { data, shape } = read(name);
  expect([...(data as unknown as Iterable<unknown>)]).toEqual(values);
  expect(shape).toEqual([values.length]);
});

it('holds nothing else', () => {
  expect(Object.keys(files).sort()).toEqual(
    ['clip', 'condition', 'label', 'names', 'recording', 'speaker', 'variant', 'x'].map(
      (name) => `${name}.npy`,
    ),
  );
});

it('has the same bytes for the same table, whatever the time', () => {
  vi.useFakeTimers({ now: new Date('2031-05-04') });
  const later = writeNpz(table);
  vi.useRealTimers();
  expect(Buffer.compare(later, writeNpz(table))).toBe(0);
});

it('has the shape of sequences', () => {
  const sequences = unzipSync(
    writeNpz({ ...table, names: table.names.slice(0, 81), shape: [2, 81] }),
  );
  const x = parse(sequences['x.npy'].slice().buffer);
  expect(x).toMatchObject({ data: table.x, shape: [2, 2, 81] });
});
