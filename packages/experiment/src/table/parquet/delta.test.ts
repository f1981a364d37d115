import { describe, expect, it } from 'vitest';
import { varint } from '../../testing/craft-parquet.ts';
import { Budget } from './budget.ts';
import { ByteReader } from './byte-reader.ts';
import { readDeltas, readLengths, readPrefixed } from './delta.ts';

const zigzag = (value: number) => varint(value < 0 ? -2 * value - 1 : 2 * value);
const readerOf = (bytes: readonly number[]) => new ByteReader(Uint8Array.from(bytes));

/** Differences from `least` that are equal, in a block of one miniblock. */
const equal = (first: number, step: number, count: number, block = 8, parts = 1) => [
  ...[...varint(block), ...varint(parts), ...varint(count), ...zigzag(first)],
  ...(count > 1 ? [...zigzag(step), ...new Array(parts).fill(0)] : []),
];

it('reads the examples of the specification', () => {
  // 1 to 5: each is one more than the one before.
  expect([...readDeltas(readerOf(equal(1, 1, 5)), 5)]).toEqual([1n, 2n, 3n, 4n, 5n]);
  // 7, 5, 3, 1, 2, 3, 4, 5: the least difference is -2, and 0 or 3 are packed in two bits.
  const packed = [0b11000000, 0b00111111];
  const bytes = [8, 1, 8, ...zigzag(7), ...zigzag(-2), 2, ...packed];
  expect([...readDeltas(readerOf(bytes), 8)]).toEqual([7n, 5n, 3n, 1n, 2n, 3n, 4n, 5n]);
});

it('goes on with the next miniblock and the next block', () => {
  const head = [...varint(16), 2, ...varint(20), ...zigzag(0)];
  // Differences of 1 in eight bits each, of 2 in none, and then, in a second block, of -1.
  const first = [...zigzag(1), 8, 0, ...new Array(8).fill(1)];
  const second = [...zigzag(-1), 0, 0];
  const found = [...readDeltas(readerOf([...head, ...first, ...second]), 20)].map(Number);
  const steps = found.slice(1).map((value, i) => value - found[i]);
  expect(steps).toEqual([...new Array(8).fill(2), ...new Array(8).fill(1), -1, -1, -1]);
});

it('reads differences of 64 bits, which wrap around', () => {
  const ones = new Array(8).fill(0xff);
  const bytes = [8, 1, 2, ...zigzag(3), ...zigzag(0), 64, ...ones, ...new Array(56).fill(0)];
  expect([...readDeltas(readerOf(bytes), 2)]).toEqual([3n, 2n]);
});

it('reads one number, and none', () => {
  expect([...readDeltas(readerOf(equal(-9, 0, 1)), 1)]).toEqual([-9n]);
  expect([...readDeltas(readerOf(equal(0, 0, 0)), 0)]).toEqual([]);
});

describe('refuses', () => {
  it.each([
    ['another count', equal(1, 1, 5), 4],
    ['a miniblock of seven', equal(1, 1, 5, 7), 5],
    ['a miniblock of twelve', equal(1, 1, 5, 12), 5],
    ['no miniblocks', equal(1, 1, 5, 8, 0), 5],
    ['a block of more than 65,536', equal(1, 1, 5, 65_544), 5],
    ['numbers of 65 bits', [8, 1, 2, ...zigzag(3), ...zigzag(0), 65, ...new Array(80).fill(0)], 2],
  ])('%s', (_, bytes, count) => {
    expect(() => readDeltas(readerOf(bytes), count)).toThrow('its page of differences is damaged');
  });

  it('no block of 65,536', () => {
    expect(readDeltas(readerOf(equal(1, 1, 5, 65_536)), 5)).toHaveLength(5);
  });
});

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const letters = (word: string) => [...new TextEncoder().encode(word)];

it('reads texts after their lengths', () => {
  const bytes = [...equal(1, 1, 3), ...letters('abbccc')];
  expect(readLengths(readerOf(bytes), 3).map(text)).toEqual(['a', 'bb', 'ccc']);
});

describe('texts that share their beginning with the one before', () => {
  // Of the first nothing, of the second one letter, of the third two.
  const bytes = [...equal(0, 1, 3), ...equal(2, 0, 3), ...letters('abcdef')];

  it('are read', () => {
    const found = readPrefixed(readerOf(bytes), 3, new Budget(0));
    expect(found.map(text)).toEqual(['ab', 'acd', 'acef']);
  });

  it('are paid for as far as they are shared', () => {
    const budget = new Budget(0);
    budget.spend(64 * 2 ** 20 - 3);
    expect(() => readPrefixed(readerOf(bytes), 3, budget)).not.toThrow();
    expect(() => budget.spend(1)).toThrow('it would unpack to more');
  });

  it.each([
    ['more than it has', [...equal(0, 3, 2), ...equal(2, 0, 2), ...letters('abcd')]],
    ['less than nothing', [...equal(0, -1, 2), ...equal(2, 0, 2), ...letters('abcd')]],
  ])('are refused where they share %s', (_, wrong) => {
    expect(() => readPrefixed(readerOf(wrong), 2, new Budget(0))).toThrow(
      'its page of prefixes is damaged',
    );
  });
});
