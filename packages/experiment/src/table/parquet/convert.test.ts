import { describe, expect, it } from 'vitest';
import type { ParquetColumn } from './column.ts';
import { toNumbers, toTexts } from './convert.ts';
import type { RawValues } from './plain.ts';

const column = (changes: Partial<ParquetColumn>): ParquetColumn => ({
  name: 'clip',
  meaning: 'number',
  isUnsigned: false,
  isOptional: false,
  width: 2,
  scale: 0,
  position: 0,
  ...changes,
});
const bytes = (...values: number[]) => Uint8Array.from(values);

describe('as numbers', () => {
  it.each<[string, Partial<ParquetColumn>, RawValues, number[]]>([
    ['floats', {}, Float32Array.of(0.5), [0.5]],
    ['doubles', {}, Float64Array.of(0.1), [0.1]],
    ['integers', {}, Int32Array.of(-1, 7), [-1, 7]],
    ['unsigned integers', { isUnsigned: true }, Int32Array.of(-1, 7), [2 ** 32 - 1, 7]],
    ['64 bits', {}, BigInt64Array.of(-1n), [-1]],
    ['64 bits without a sign', { isUnsigned: true }, BigInt64Array.of(-1n), [2 ** 64]],
    ['decimals of 32 bits', { meaning: 'decimal', scale: 2 }, Int32Array.of(-125), [-1.25]],
    ['decimals of 64 bits', { meaning: 'decimal', scale: 1 }, BigInt64Array.of(15n), [1.5]],
    [
      'decimals of bytes',
      { meaning: 'decimal', scale: 1 },
      [bytes(0x00, 0x80), bytes(0xff, 0x7f), bytes(0x7f), bytes(0x80), bytes()],
      [12.8, -12.9, 12.7, -12.8, 0],
    ],
    [
      '16-bit floats',
      { meaning: 'float16' },
      [
        bytes(0x00, 0x3c),
        bytes(0x00, 0xc0),
        bytes(0x01, 0x00),
        bytes(0xff, 0x83),
        bytes(0x00, 0x04),
        bytes(0xff, 0x7b),
        bytes(0x55, 0x35),
      ],
      [1, -2, 2 ** -24, -1023 * 2 ** -24, 2 ** -14, 65_504, 0.333251953125],
    ],
    [
      '16-bit floats that are none',
      { meaning: 'float16' },
      [bytes(0x00, 0x7c), bytes(0x00, 0xfc), bytes(0x01, 0x7c), bytes(0x00, 0x7e)],
      [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, Number.NaN],
    ],
  ])('%s', (_, changes, raw, expected) => {
    expect([...Array.from(toNumbers(column(changes), raw))]).toEqual(expected);
  });
});

describe('as text', () => {
  it.each<[string, Partial<ParquetColumn>, RawValues, (string | null)[]]>([
    ['texts', { meaning: 'text' }, [bytes(0xc3, 0xa4), bytes()], ['ä', '']],
    ['integers', {}, Int32Array.of(-1, 7), ['-1', '7']],
    ['64 bits in full', {}, BigInt64Array.of(2n ** 60n + 1n), ['1152921504606846977']],
    ['64 bits without a sign', { isUnsigned: true }, BigInt64Array.of(-1n), [`${2n ** 64n - 1n}`]],
    ['floats, of which NaN is none', {}, Float64Array.of(1, 0.5, Number.NaN), ['1', '0.5', null]],
  ])('%s', (_, changes, raw, expected) => {
    expect(Array.from(toTexts(column(changes), raw))).toEqual(expected);
  });

  it('of 4096 bytes, and not of one more', () => {
    const of = (length: number) => () =>
      toTexts(column({ meaning: 'text' }), [new Uint8Array(length).fill(0x61)]);
    expect(of(4096)()[0]).toHaveLength(4096);
    expect(of(4097)).toThrow('its column clip must hold texts of at most 4096 bytes, got 4097');
  });
});
