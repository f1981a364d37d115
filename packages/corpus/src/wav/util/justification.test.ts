import { describe, expect, it } from 'vitest';
import { findJustification } from './justification.ts';

/** Words of four bytes, the lowest byte first, behind seven bytes of something else. */
const of = (words: readonly (readonly number[])[], littleEndian = true): string => {
  const bytes = Uint8Array.from([
    ...new Array(7).fill(0x55),
    ...words.flatMap((word) => (littleEndian ? word : word.toReversed())),
    0x55,
  ]);
  const size = words.flat().length;
  return findJustification(bytes, { offset: 7, size }, littleEndian);
};

const LEFT = [0, 1, 2, 3];
const RIGHT = [9, 8, 7, 0];
const NEGATIVE = [9, 8, 0x80, 255];
const PACKED = [9, 8, 7, 6];
const FLOAT = [9, 8, 7, 0x45];

describe.each([
  ['little', true],
  ['big', false],
])('in %s-endian words', (_, littleEndian) => {
  it.each<[string, number[][]]>([
    ['left', [LEFT, LEFT]],
    ['left', [[0, 0, 0, 0]]],
    ['packed', [LEFT, PACKED]],
    ['right', [RIGHT, NEGATIVE]],
    ['right', [[9, 8, 0x7f, 0]]],
    ['packed', [RIGHT, [9, 8, 0x80, 0]]],
    ['packed', [RIGHT, [9, 8, 0x7f, 255]]],
    ['float', [FLOAT, FLOAT, FLOAT, FLOAT, PACKED]],
    ['packed', [FLOAT, FLOAT, FLOAT, PACKED]],
    ['float', [[9, 8, 7, 0x40]]],
    ['float', [[9, 8, 7, 0x4b]]],
    ['float', [[9, 8, 7, 0xc5]]],
    ['packed', [[9, 8, 7, 0x3f]]],
    ['packed', [[9, 8, 7, 0x4c]]],
  ])('samples stand %s: %j', (placed, words) => {
    expect(of(words, littleEndian)).toBe(placed);
  });
});

it('the last word counts, and bytes that are no whole word do not', () => {
  expect(of([LEFT, LEFT, [9, 9]])).toBe('left');
  expect(of([LEFT, LEFT, [9, 9, 9]])).toBe('left');
  expect(of([LEFT, RIGHT])).toBe('packed');
});

it('samples that fill no whole words, and fill three bytes each, have three', () => {
  expect(of([LEFT, LEFT, [9]])).toBe('packed');
  expect(findJustification(new Uint8Array(9), { offset: 0, size: 9 }, true)).toBe('packed');
  expect(findJustification(new Uint8Array(10), { offset: 0, size: 10 }, true)).toBe('left');
  expect(findJustification(new Uint8Array(12), { offset: 0, size: 12 }, true)).toBe('left');
});
