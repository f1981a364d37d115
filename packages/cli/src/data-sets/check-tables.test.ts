import { NAMING_SCHEMES, type NamingScheme, parseNamingScheme } from '@ser/corpus';
import { expect, it } from 'vitest';
import { syntheticTable } from '../testing/synthetic-table.ts';
import { checkTables } from './check-tables.ts';
import type { LabelSource } from './labelling.ts';

const table = { ...syntheticTable(), labels: ['angry', 'happy', 'boredom'] };
const check = (from: LabelSource, ...tables: (typeof table)[]) =>
  checkTables(from, tables, ['t.parquet']);
const scheme = (named: string | NamingScheme): LabelSource => ({
  kind: 'scheme',
  scheme: typeof named === 'string' ? (NAMING_SCHEMES.get(named) as NamingScheme) : named,
});

it.each<[string, LabelSource]>([
  ['folders', { kind: 'folders', speaker: 'none' }],
  ['folders/speaker', { kind: 'folders', speaker: 'parent' }],
  ['/labels.csv', { kind: 'csv', file: '/labels.csv', sha256: '', columns: {} }],
  ['tess', scheme('tess')],
])('refuses %s for a table alone, and says what to do', (word, from) => {
  expect(() => check(from, table)).toThrow(
    expect.objectContaining({
      code: 'wrong-usage',
      message:
        `--labels ${word} cannot label t.parquet, a table with labels of its own, angry, happy, ` +
        'boredom; leave --labels out (--label-map gives them other names), or give --data the ' +
        'folder of the clips',
    }),
  );
});

it('takes a scheme of these labels, which says whose they are', () => {
  expect(() => check(scheme('emodb'), table)).not.toThrow();
  expect(() => check({ kind: 'tables' }, table)).not.toThrow();
});

it('takes a scheme that names no labels', () => {
  const pattern = '(?<label>\\w+)-\\d+\\.wav$';
  const open = { version: 1, name: 'mine', description: 'mine', pattern, example: 'a-1.wav' };
  expect(() => check(scheme(parseNamingScheme(open)), table)).not.toThrow();
});

it('asks of every table', () => {
  const other = { ...table, labels: ['purr'] };
  expect(() => check(scheme('emodb'), table, other)).toThrow('angry, happy, boredom, purr; leave');
});
