import { presets } from '@ser/features';
import { expect, it } from 'vitest';
import { sequenceTable } from '../testing/sequences.ts';
import { smallTable } from '../testing/small-table.ts';
import { checkTable } from './check-table.ts';
import type { Table } from './table.ts';

const table = smallTable();
const check = (changes: Partial<Table>) => () =>
  checkTable('a.parquet', { ...table, ...changes }, presets.summary162);
const fault = (code: string, message: string | RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) });

it('takes vectors and sequences', () => {
  expect(check({})).not.toThrow();
  const sequences = sequenceTable();
  expect(() => checkTable('a.parquet', sequences, sequences.extractor)).not.toThrow();
});

it('takes an extractor whose fields stand in another order', () => {
  const { features, ...rest } = presets.summary162;
  expect(check({ extractor: { features, ...rest } })).not.toThrow();
});

it('refuses the features of another extractor', () => {
  const { extractor } = sequenceTable();
  expect(check({ extractor })).toThrow(
    fault(
      'other-features',
      'a\\.parquet must hold the 162 features of the extractor ' +
        'zcr\\+chroma\\+mfcc\\+rms\\+mel at 22050 Hz \\(mean\\), ' +
        'got zcr\\+rms at 8000 Hz \\(sequences\\)',
    ),
  );
});

it('refuses an extractor that differs in a detail', () => {
  const extractor = { ...presets.summary162, offset: 0.5 };
  expect(check({ extractor })).toThrow(fault('other-features', 'got'));
});

it('refuses other names than the extractor’s', () => {
  const names = table.names.with(3, 'mine');
  expect(check({ names })).toThrow(
    fault('other-features', `got none of ${table.names[3]}, and mine besides$`),
  );
});

it('refuses a name that is there twice', () => {
  const names = [...table.names, 'rms'];
  expect(check({ names })).toThrow(fault('other-features', 'got rms besides$'));
});

it('refuses names in another order', () => {
  const names = [...table.names].reverse();
  expect(check({ names })).toThrow(
    fault('other-features', 'got them in another order, such as mel_128 in place 0$'),
  );
});

it('refuses another shape than the extractor’s', () => {
  expect(check({ shape: [2, 81] })).toThrow(fault('other-features', /got the shape \[2, 81\]$/));
});

it('refuses values too few', () => {
  expect(check({ x: table.x.subarray(1) })).toThrow(
    fault('bad-table', '162 values for each of 192 rows, got 31103$'),
  );
});

it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %d, and says where', (value) => {
  expect(check({ x: table.x.with(162 + 1, value) })).toThrow(
    fault('bad-table', `a.parquet: ${table.names[1]} of clip calm-song-01 \\(original\\) must be`),
  );
});

it('refuses a label that is not among the table’s', () => {
  const rows = table.rows.with(5, { ...table.rows[5], label: 'bored' });
  expect(check({ rows })).toThrow(
    fault('bad-table', 'must be one of calm, happy, angry, sad, got bored'),
  );
});

it('refuses a clip that is there twice', () => {
  const rows = table.rows.with(5, table.rows[4]);
  expect(check({ rows })).toThrow(
    fault('duplicate-clip', 'a.parquet holds the clip angry-speech-01 .original. twice'),
  );
});

it('takes two variants of a clip', () => {
  const rows = table.rows.with(5, { ...table.rows[4], variant: 'noise' });
  expect(check({ rows })).not.toThrow();
});

it('tells names with blanks apart', () => {
  const rows = table.rows
    .with(0, { ...table.rows[0], clip: 'a b', variant: 'c' })
    .with(1, { ...table.rows[1], clip: 'a', variant: 'b c' });
  expect(check({ rows })).not.toThrow();
});
