import { type ExampleSource, takeRows } from '@ser/model';
import type { AnyTable, Table } from '../table/table.ts';
import { rowSize } from '../table/table.ts';

/** The same table with its rows outside of memory, as far as anybody can tell. */
export function readAsNeeded(
  table: Table,
  { read }: Partial<Pick<ExampleSource, 'read'>> = {},
): AnyTable & { x: ExampleSource } {
  const size = rowSize(table);
  const x: ExampleSource = {
    length: table.rows.length,
    size,
    async read(indices, into) {
      await new Promise((resolve) => {
        setTimeout(resolve);
      });
      into.set(takeRows(table.x, size, indices));
      await read?.(indices, into);
    },
  };
  return { ...table, x };
}
