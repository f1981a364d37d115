import { expect, it } from 'vitest';
import { indexColumns } from './index-columns.ts';

const columns = ['rms', 'number', '__index_level_0__', '__index_level_12__', 'x__index_level_0__'];
const unnamed = ['__index_level_0__', '__index_level_12__'];

it('knows the columns of an index without a name', () => {
  expect([...indexColumns(columns, undefined)]).toEqual(unnamed);
});

it('knows those that pandas names, where the file has them', () => {
  const range = { kind: 'range', start: 0 };
  const pandas = JSON.stringify({ index_columns: ['number', 'gone', range] });
  expect([...indexColumns(columns, pandas)]).toEqual(['number', ...unnamed]);
});

it.each(['', '{', '[]', '{"index_columns":"number"}', '{"index_columns":null}'])(
  'takes no other metadata for a list: %s',
  (pandas) => {
    expect([...indexColumns(columns, pandas)]).toEqual(unnamed);
  },
);
