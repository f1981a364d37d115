import { describe, expect, it } from 'vitest';
import { ByteReader } from './byte-reader.ts';

const of = (...bytes: number[]) => new ByteReader(Uint8Array.from(bytes));

it('reads bytes, numbers and parts in their order', () => {
  const reader = of(7, 1, 2, 3, 0x84, 9, 10, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f);
  expect(reader.left).toBe(15);
  expect(reader.byte()).toBe(7);
  expect(reader.uint32()).toBe(0x84030201);
  expect([...reader.take(2)]).toEqual([9, 10]);
  expect(reader.double()).toBe(1);
  expect([reader.left, reader.offset]).toEqual([0, 15]);
});

it('reads a part of a larger buffer', () => {
  const reader = new ByteReader(Uint8Array.of(9, 9, 1, 0, 0, 0, 9).subarray(2, 6));
  expect(reader.uint32()).toBe(1);
  expect(reader.left).toBe(0);
});

it('copies bytes that typed arrays of any width can stand on', () => {
  const reader = of(9, 1, 0, 0, 0);
  reader.byte();
  expect(new Int32Array(reader.copy(4))[0]).toBe(1);
});

it.each<[string, number, (reader: ByteReader) => unknown]>([
  ['a byte', 1, (reader) => reader.byte()],
  ['32 bits', 4, (reader) => reader.uint32()],
  ['64 bits', 8, (reader) => reader.double()],
  ['five bytes', 5, (reader) => reader.take(5)],
])('reads %s of %d bytes, and not of one less', (_, length, read) => {
  expect(() => read(new ByteReader(new Uint8Array(length)))).not.toThrow();
  expect(() => read(new ByteReader(new Uint8Array(length - 1)))).toThrow('it ends too early');
});

it('takes no bytes, and none backwards', () => {
  expect([...of(1).take(0)]).toEqual([]);
  expect(() => of(1, 2).take(-1)).toThrow('it ends too early');
});

describe('numbers in few bytes', () => {
  it.each([
    [[0], 0],
    [[127], 127],
    [[0x80, 1], 128],
    [[0xff, 0xff, 0xff, 0xff, 0x0f], 2 ** 32 - 1],
    [[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f], Number.MAX_SAFE_INTEGER],
  ])('%j is %d', (bytes, value) => {
    expect(of(...bytes).varint()).toBe(value);
  });

  it.each([[[0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10]], [[...new Array(10).fill(0x80), 0]]])(
    '%j is too large',
    (bytes) => {
      expect(() => of(...bytes).varint()).toThrow('a number that is too large');
    },
  );

  it('may have ten bytes', () => {
    expect(of(0x85, ...new Array(8).fill(0x80), 0).varint()).toBe(5);
  });

  it.each([
    [[0], 0],
    [[1], -1],
    [[2], 1],
    [[3], -2],
    [[0xfe, 1], 127],
    [[0xff, 1], -128],
  ])('%j with a sign is %d', (bytes, value) => {
    expect(of(...bytes).zigzag()).toBe(value);
    expect(of(...bytes).zigzag64()).toBe(BigInt(value));
  });

  it.each([
    [[...new Array(9).fill(0xff), 1], -(2n ** 63n)],
    [[0xfe, ...new Array(8).fill(0xff), 1], 2n ** 63n - 1n],
  ])('%j is one of 64 bits', (bytes, value) => {
    expect(of(...bytes).zigzag64()).toBe(value);
  });

  it('of 64 bits may have ten bytes, and not eleven', () => {
    expect(() => of(...new Array(10).fill(0x80), 0).zigzag64()).toThrow('too large');
  });
});
