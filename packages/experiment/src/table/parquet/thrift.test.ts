import { describe, expect, it } from 'vitest';
import { ByteReader } from './byte-reader.ts';
import { readThrift } from './thrift.ts';

const read = (...bytes: number[]) => readThrift(new ByteReader(Uint8Array.from(bytes)));
/** A field of the next id. */
const next = (type: number) => 0x10 | type;

it('reads a field of each type', () => {
  const struct = read(
    ...[next(1), next(2), next(3), 0xfe, next(4), 3, next(5), 4, next(6), 5],
    ...[next(7), 0, 0, 0, 0, 0, 0, 0, 0x40, next(8), 2, 0x61, 0x62],
    ...[next(9), 0x28, 1, 0x63, 1, 0x64, next(12), next(5), 2, 0, 0],
  );
  expect([struct.boolean(1), struct.boolean(2)]).toEqual([true, false]);
  expect([3, 4, 5, 6, 7].map((id) => struct.number(id))).toEqual([-2, -2, 2, -3, 2]);
  expect(struct.text(8)).toBe('ab');
  expect(struct.texts(9)).toEqual(['c', 'd']);
  expect(struct.struct(10)?.number(1)).toBe(1);
  expect([struct.has(10), struct.has(11)]).toEqual([true, false]);
});

it('skips ids by their distance, or to the one that is written out', () => {
  const struct = read(0x35, 2, 0x05, 0x28, 4, 0x25, 6, 0);
  expect([3, 20, 22].map((id) => struct.number(id))).toEqual([1, 2, 3]);
});

it('reads lists of booleans, of structs, and of many', () => {
  const struct = read(
    ...[next(9), 0x21, 1, 2, next(9), 0x2c, next(5), 2, 0, next(5), 4, 0],
    ...[next(9), 0xf8, 16, ...new Array(16).fill(0), next(10), 0x18, 1, 0x7a, 0],
  );
  expect(struct.structs(2)?.map((each) => each.number(1))).toEqual([1, 2]);
  expect(struct.texts(3)).toEqual(new Array(16).fill(''));
  expect(struct.texts(4)).toEqual(['z']);
  expect(() => struct.texts(1)).toThrow('another type in field 1');
});

it('knows nothing of fields that are not there', () => {
  const none = read(0);
  expect([none.number(1), none.text(1), none.structs(1), none.boolean(1)]).toEqual(
    new Array(4).fill(undefined),
  );
});

it('refuses a field of another type than is asked for', () => {
  const struct = read(next(5), 2, next(8), 1, 0x61, next(1), 0);
  for (const call of [
    () => struct.text(1),
    () => struct.struct(1),
    () => struct.structs(1),
    () => struct.boolean(1),
    () => struct.number(2),
    () => struct.number(3),
  ]) {
    expect(call).toThrow(/its header has another type in field [123]/);
  }
});

describe('refuses', () => {
  const nested = (depth: number) => [
    ...new Array(depth).fill(next(12)),
    ...new Array(depth).fill(0),
  ];

  it('structs in more than sixteen others', () => {
    expect(() => read(...nested(16), 0)).not.toThrow();
    expect(() => read(...nested(17), 0)).toThrow('its header is damaged');
  });

  it('lists that are longer than what follows them', () => {
    expect(() => read(next(9), 0x33, 1, 1, 1, 0)).not.toThrow();
    expect(() => read(next(9), 0x33, 1, 1)).toThrow('its header is damaged');
  });

  it('types that are none', () => {
    expect(() => read(next(13), 0)).toThrow('the unknown type 13');
    expect(() => read(next(11), 0)).toThrow('the unknown type 11');
  });

  it('more than four million values', () => {
    // The struct costs 10, the list and each of its bytes 1.
    const list = (length: number) => {
      const varint = [
        (length & 0x7f) | 0x80,
        ((length >> 7) & 0x7f) | 0x80,
        ((length >> 14) & 0x7f) | 0x80,
        length >> 21,
      ];
      const bytes = new Uint8Array(length + 7);
      bytes.set([next(9), 0xf3, ...varint]);
      return () => readThrift(new ByteReader(bytes));
    };
    expect(list(4_000_000 - 11)).not.toThrow();
    expect(list(4_000_000 - 10)).toThrow('its header holds too much');
  });
});
