import { describe, expect, it } from 'vitest';
import { type Struct, thrift, withFooter } from '../../testing/craft-parquet.ts';
import { memorySource } from '../util/memory-source.ts';
import { isNumeric } from './column.ts';
import { readFooter } from './footer.ts';

const footerOf = (bytes: Uint8Array) => readFooter(memorySource('a.parquet', bytes));

/** A file of no rows whose schema has these elements. */
const fileOf = (elements: readonly Struct[], children: number = elements.length) =>
  withFooter(
    [new TextEncoder().encode('PAR1')],
    Uint8Array.from(
      thrift({
        2: ['structs', [{ 4: ['text', 'root'], 5: ['i32', children] }, ...elements]],
        3: ['i64', 0],
        4: ['structs', []],
      }),
    ),
  );

/** A column of a physical type, and of one of the specification's `ConvertedType`s. */
const columnOf = async (type: number, converted?: number) => {
  const plain: Struct = { 1: ['i32', type], 3: ['i32', 0], 4: ['text', 'a'] };
  const element: Struct = converted === undefined ? plain : { ...plain, 6: ['i32', converted] };
  return (await footerOf(fileOf([element]))).columns[0];
};
const [BOOLEAN, INT32, INT64, INT96, FLOAT, DOUBLE, BYTES, FIXED] = [0, 1, 2, 3, 4, 5, 6, 7];

it.each<[string, number, number | undefined, string]>([
  ['booleans', BOOLEAN, undefined, 'boolean'],
  ['integers', INT32, undefined, 'number'],
  ['long integers', INT64, undefined, 'number'],
  ['old times', INT96, undefined, 'date'],
  ['floats', FLOAT, undefined, 'number'],
  ['doubles', DOUBLE, undefined, 'number'],
  ['bytes without a meaning', BYTES, undefined, 'text'],
  ['UTF-8', BYTES, 0, 'text'],
  ['enums', BYTES, 4, 'text'],
  ['JSON', BYTES, 19, 'other'],
  ['BSON', BYTES, 20, 'other'],
  ['fixed bytes', FIXED, undefined, 'other'],
  ['intervals', FIXED, 21, 'other'],
  ['decimals', INT32, 5, 'decimal'],
  ['decimals of bytes', FIXED, 5, 'decimal'],
  ['days', INT32, 6, 'date'],
  ['times in milliseconds', INT32, 7, 'date'],
  ['times in microseconds', INT64, 8, 'date'],
  ['moments in milliseconds', INT64, 9, 'date'],
  ['moments in microseconds', INT64, 10, 'date'],
])('%s: physical type %d, converted type %s are a %s', async (_, type, converted, meaning) => {
  expect((await columnOf(type, converted)).meaning).toBe(meaning);
});

it.each([
  [11, true],
  [12, true],
  [13, true],
  [14, true],
  [15, false],
  [18, false],
  [undefined, false],
])('integers of the converted type %s are unsigned: %s', async (converted, isUnsigned) => {
  const column = await columnOf(INT64, converted);
  expect([column.isUnsigned, isNumeric(column)]).toEqual([isUnsigned, true]);
});

describe('nested columns', () => {
  const leaf = (name: string): Struct => ({
    1: ['i32', FLOAT],
    3: ['i32', 1],
    4: ['text', name],
    6: ['i32', -1],
  });
  const group = (name: string, count: number): Struct => ({
    3: ['i32', 1],
    4: ['text', name],
    5: ['i32', count],
  });

  it('count for as many columns of data as they hold', async () => {
    const elements = [
      leaf('a'),
      group('b', 2),
      group('c', 2),
      leaf('d'),
      leaf('e'),
      leaf('f'),
      leaf('g'),
    ];
    const { columns } = await footerOf(fileOf(elements, 3));
    expect(columns.map(({ name, position, meaning }) => [name, position, meaning])).toEqual([
      ['a', 0, 'number'],
      ['b', 1, 'other'],
      ['g', 4, 'number'],
    ]);
  });

  it('that contradict the schema are refused', async () => {
    await expect(footerOf(fileOf([leaf('a')], 2))).rejects.toThrow('its schema contradicts itself');
    await expect(footerOf(fileOf([group('a', 2), leaf('b')], 1))).rejects.toThrow('lacks a field');
  });
});

it('has whether a column may hold nulls', async () => {
  const of = async (repetition: number) => {
    const element: Struct = {
      1: ['i32', FLOAT],
      3: ['i32', repetition],
      4: ['text', 'a'],
      6: ['i32', -1],
    };
    return (await footerOf(fileOf([element]))).columns[0];
  };
  expect([(await of(0)).isOptional, (await of(1)).isOptional]).toEqual([false, true]);
  // What is repeated is a list.
  expect((await of(2)).meaning).toBe('other');
});

it.each([
  [[], 'it is no Parquet file, which begins with PAR1: it is empty'],
  [[...'PAR1xxxxPAR'].map((letter) => letter.charCodeAt(0)), 'it is no Parquet file'],
  [[...'PAR1xxxxxxxxPAR2'].map((letter) => letter.charCodeAt(0)), 'it does not end with PAR1'],
  [[...'PAR1', 1, 0, 0, 0, ...'PAR1'].map(code), 'its footer is longer than the file'],
])('refuses %j', async (bytes, message) => {
  await expect(footerOf(Uint8Array.from(bytes))).rejects.toThrow(message);
});

function code(part: string | number): number {
  return typeof part === 'number' ? part : part.charCodeAt(0);
}
