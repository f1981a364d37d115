import { expect, it } from 'vitest';
import { partName, shardOfPart } from './part-name.ts';

it('is what Hugging Face calls it', () => {
  expect(partName({ index: 3, count: 32 })).toBe('part-00003-of-00032.parquet');
  expect(partName({ index: 99_999, count: 100_000 - 1 })).toBe('part-99999-of-99999.parquet');
});

it('is read again', () => {
  expect(shardOfPart('part-00003-of-00032.parquet')).toEqual({ index: 3, count: 32 });
});

it.each([
  'part-00032-of-00032.parquet',
  'part-3-of-32.parquet',
  'part-00003-of-00032.parquet.tmp',
  'x-part-00003-of-00032.parquet',
  'features.parquet',
])('is not %s', (name) => {
  expect(shardOfPart(name)).toBeUndefined();
});
