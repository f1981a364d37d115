import { REFERENCE_VARIANTS } from '@ser/features';
import { describe, expect, it } from 'vitest';
import { smallTable } from '../testing/small-table.ts';
import { concatTables } from './concat-tables.ts';
import { selectRows, type Table } from './table.ts';

const table = smallTable();
const [noise, stretch] = REFERENCE_VARIANTS;

it('has the rows of all, in their order', () => {
  const parts = [selectRows(table, [4, 5]), selectRows(table, []), selectRows(table, [1])];
  expect(concatTables(parts)).toEqual(selectRows(table, [4, 5, 1]));
});

it('keeps the recordings of clips', () => {
  const rows = table.rows.with(4, { ...table.rows[4], recording: 'twin' });
  const parts = [selectRows({ ...table, rows }, [4, 5]), selectRows(table, [1])];
  expect(concatTables(parts).rows.map(({ recording }) => recording)).toEqual([
    'twin',
    undefined,
    undefined,
  ]);
});

it('refuses no table', () => {
  expect(() => concatTables([])).toThrow('concatTables: `tables` must hold one or more, got none');
});

it.each<[string, Partial<Table>]>([
  ['extractor', { extractor: { ...table.extractor, offset: 0.5 } }],
  ['names', { names: [...table.names].reverse() }],
  ['shape', { shape: [2, 81] }],
])('refuses other %s, and says which table has them', (_, changes) => {
  const other = expect.objectContaining({
    code: 'other-features',
    message: expect.stringContaining('`tables[1]` must have the features of the first, got others'),
  });
  expect(() => concatTables([table, { ...table, ...changes }])).toThrow(other);
});

it('has the labels of the table that has the most', () => {
  const few = { ...table, labels: ['calm', 'sad'] };
  expect(concatTables([few, table]).labels).toEqual(table.labels);
});

it('has the labels of the first of several with as many', () => {
  const turned = { ...table, labels: [...table.labels].reverse() };
  expect(concatTables([turned, table]).labels).toEqual(turned.labels);
  expect(concatTables([table, turned]).labels).toEqual(table.labels);
});

it('refuses labels that no table has all of', () => {
  const others = { ...table, labels: ['bored', 'calm'] };
  expect(() => concatTables([table, others])).toThrow(
    '`tables[1]` must have none but the labels calm, happy, angry, sad, got bored',
  );
});

describe('of variants', () => {
  const withVariants = (...variants: (typeof REFERENCE_VARIANTS)[number][]) => ({
    ...table,
    variants,
  });

  it('knows those of all tables, each once', () => {
    const joined = concatTables([
      withVariants(noise),
      withVariants(),
      withVariants(noise, stretch),
    ]);
    expect(joined.variants).toEqual([noise, stretch]);
  });

  it('knows none where a table does not know its own', () => {
    expect(concatTables([withVariants(noise), table])).not.toHaveProperty('variants');
  });

  it('refuses two of one name', () => {
    const other = { name: noise.name, steps: stretch.steps };
    expect(() => concatTables([withVariants(noise), withVariants(other)])).toThrow(
      '`tables[1]` must have made the variant noise as those before it, got another',
    );
  });
});
