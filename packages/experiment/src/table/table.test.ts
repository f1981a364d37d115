import { expect, it } from 'vitest';
import { sequenceTable } from '../testing/sequences.ts';
import { smallTable } from '../testing/small-table.ts';
import { rowSize, selectRows } from './table.ts';

it('has rows of as many numbers as its shape says', () => {
  expect([rowSize(smallTable()), rowSize(sequenceTable())]).toEqual([162, 24]);
});

it.each([smallTable(), sequenceTable()])('gives rows in the order asked for', (table) => {
  const size = rowSize(table);
  const { rows, x } = selectRows(table, [7, 2]);
  expect(rows).toEqual([table.rows[7], table.rows[2]]);
  expect(x.slice(0, size)).toEqual(table.x.slice(7 * size, 8 * size));
  expect(x.slice(size)).toEqual(table.x.slice(2 * size, 3 * size));
});
