import { describe, expect, it } from 'vitest';
import { ByteReader } from './byte-reader.ts';
import { readHybrid } from './hybrid.ts';

const read = (bytes: number[], width: number, count: number) => [
  ...readHybrid(new ByteReader(Uint8Array.from(bytes)), width, count),
];

it('reads the example of the specification: eight numbers of three bits', () => {
  expect(read([0b11, 0b10001000, 0b11000110, 0b11111010], 3, 8)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

it('reads runs and packed numbers in turn', () => {
  // Three times 5, eight bits, and twice 1.
  expect(read([6, 5, 3, 0b0110_0101, 4, 1], 1, 13)).toEqual([
    5, 5, 5, 1, 0, 1, 0, 0, 1, 1, 0, 1, 1,
  ]);
});

it('reads runs of numbers of two and of three bytes', () => {
  expect(read([4, 0x34, 0x12], 9, 2)).toEqual([0x1234, 0x1234]);
  expect(read([2, 1, 2, 3], 24, 1)).toEqual([0x030201]);
});

it('reads packed numbers of 24 bits', () => {
  const bytes = Array.from({ length: 24 }, (_, i) => 255 - i);
  const expected = Array.from(
    { length: 8 },
    (_, i) => bytes[3 * i] + 256 * bytes[3 * i + 1] + 65_536 * bytes[3 * i + 2],
  );
  expect(read([3, ...bytes], 24, 8)).toEqual(expected);
});

it('takes no more than it needs of the last run', () => {
  expect(read([20, 1], 1, 2)).toEqual([1, 1]);
  expect(read([3, 0b11], 1, 2)).toEqual([1, 1]);
});

it('takes padding that is left out', () => {
  // Sixteen numbers of four bits are announced, and five of them written.
  expect(read([5, 0x21, 0x43, 0x05], 4, 5)).toEqual([1, 2, 3, 4, 5]);
});

it('reads nothing for numbers of no bits', () => {
  expect(read([], 0, 3)).toEqual([0, 0, 0]);
});

describe('refuses', () => {
  it('numbers of 25 bits', () => {
    expect(() => read([], 25, 1)).toThrow('it packs numbers of 25 bits');
  });

  it('what ends too early', () => {
    expect(() => read([2], 1, 1)).toThrow('it ends too early');
    expect(() => read([5, 0x21, 0x43], 4, 5)).toThrow('it ends too early');
    expect(() => read([2, 1], 1, 2)).toThrow('it ends too early');
  });
});
