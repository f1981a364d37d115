import { expect, it } from 'vitest';
import { fakeExtractor } from '../../testing/fake-extract.ts';
import { readTableMetadata } from './table-metadata.ts';

const metadata = { version: 1, extractor: fakeExtractor, labels: ['a', 'b'], shape: [2] };
const read = (value: unknown, key: string = 'ser.table') =>
  readTableMetadata('a.parquet', new Map([[key, JSON.stringify(value)]]));
const labels = (count: number) => Array.from({ length: count }, (_, i) => `${i}`);

it('reads what there is, with variants where there are some', () => {
  const { version: _, ...own } = metadata;
  expect(read(metadata)).toEqual(own);
  const variants = [{ name: 'noise', steps: [{ kind: 'addNoise', amplitude: 0.1 }] }];
  expect(read({ ...metadata, variants })).toEqual({ ...own, variants });
});

it('reads nothing of other programs', () => {
  expect(read(metadata, 'pandas')).toBeUndefined();
});

it('takes 1000 labels, and frames', () => {
  expect(read({ ...metadata, labels: labels(1000), shape: [7, 2] })).toMatchObject({
    labels: labels(1000),
    shape: [7, 2],
  });
});

it.each([
  ['version', 2, '`version` must be 1, got 2'],
  ['labels', labels(1001), '`labels` must hold at most 1000 entries, got 1001'],
  ['labels', [1], '`labels[0]` must be string, got 1'],
  ['shape', [], '`shape` must be'],
  ['shape', [1, 2, 3], '`shape` must hold at most 2 entries, got 3'],
  ['shape', [0], '`shape[0]` must be'],
  ['shape', [1.5], '`shape[0]` must be'],
])('refuses %s %j', (key, value, message) => {
  expect(() => read({ ...metadata, [key]: value })).toThrow(`a.parquet: ser.table: ${message}`);
});

it('refuses an extractor and variants that are none', () => {
  expect(() => read({ ...metadata, extractor: {} })).toThrow('parseExtractorConfig');
  expect(() => read({ ...metadata, variants: {} })).toThrow('parseVariantConfigs');
});

it('refuses more than a mebibyte', () => {
  const text = JSON.stringify(metadata);
  const padded = (length: number) => new Map([['ser.table', text.padEnd(length)]]);
  expect(readTableMetadata('a.parquet', padded(2 ** 20))).toMatchObject({ shape: [2] });
  expect(() => readTableMetadata('a.parquet', padded(2 ** 20 + 1))).toThrow(
    'it must have at most 1048576 bytes',
  );
});
