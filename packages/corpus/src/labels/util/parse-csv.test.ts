import { expect, test } from 'vitest';
import { parseCsv } from './parse-csv.ts';

test('no more rows are read than were asked for', () => {
  const rows = parseCsv('a,b\n\nc,d\ne,f\n', { delimiter: ',', limit: 2 });
  expect(rows.map(({ line, fields }) => ({ line, fields }))).toEqual([
    { line: 1, fields: ['a', 'b'] },
    { line: 3, fields: ['c', 'd'] },
  ]);
});
