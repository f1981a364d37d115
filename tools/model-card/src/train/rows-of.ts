import { selectRows, type Table } from '@ser/experiment';

/** The rows of some speakers. */
export function rowsOf(table: Table, speakers: readonly string[]): Table {
  const own = [...table.rows.keys()].filter((i) => speakers.includes(table.rows[i].speaker));
  return selectRows(table, own);
}
