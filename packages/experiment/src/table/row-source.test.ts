import type { ExampleSource } from '@ser/model';
import { describe, expect, it } from 'vitest';
import { readAsNeeded } from '../testing/read-as-needed.ts';
import { sequenceTable } from '../testing/sequences.ts';
import { concatTables } from './concat-tables.ts';
import { type AnyTable, selectRows } from './table.ts';
import { readTableRows } from './table-rows.ts';

const table = sequenceTable();
const valuesOf = (own: AnyTable, indices: number[] = [...own.rows.keys()]) =>
  readTableRows(own, indices);

describe('of a table whose rows are read as they are needed', () => {
  it('chosen rows are those of the table, and none is read before it is needed', async () => {
    const reads: number[][] = [];
    const read = (indices: Int32Array) => void reads.push([...indices]);
    const chosen = selectRows(readAsNeeded(table, { read }), [7, 3, 7]);
    expect(reads).toEqual([]);
    expect(chosen.rows).toEqual([7, 3, 7].map((row) => table.rows[row]));
    expect(chosen.x).toMatchObject({ length: 3, size: 24 });
    expect(await valuesOf(chosen, [1, 0])).toEqual(selectRows(table, [3, 7]).x);
    expect(reads).toEqual([[3, 7]]);
  });

  it('rows follow those of other tables, whether these are in memory', async () => {
    const [a, b, c] = [[0, 1, 2], [3], [4, 5]].map((rows) => selectRows(table, rows));
    const joined = concatTables([a, readAsNeeded(b), c]);
    expect(joined.x).toMatchObject({ length: 6, size: 24 });
    expect(joined.rows).toEqual(table.rows.slice(0, 6));
    expect(await valuesOf(joined, [5, 0, 3, 4, 0])).toEqual(selectRows(table, [5, 0, 3, 4, 0]).x);
    expect(concatTables([a, b, c]).x).toEqual(selectRows(table, [0, 1, 2, 3, 4, 5]).x);
  });

  it('a table is one that is read as needed if one of its parts is', () => {
    const [a, b] = [[0], [1]].map((rows) => selectRows(table, rows));
    const { x } = concatTables([a, readAsNeeded(b)]);
    expect(typeof (x as ExampleSource).read).toBe('function');
    expect(ArrayBuffer.isView(concatTables([a, b]).x)).toBe(true);
  });
});
