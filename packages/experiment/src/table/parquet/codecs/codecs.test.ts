// Bytes that writers rarely choose; what pandas and others write stands in `parquet.golden.json`.
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { varint } from '../../../testing/craft-parquet.ts';
import { decompress } from './decompress.ts';
import { inflate } from './gzip.ts';
import { unpackHadoopLz4, unpackLz4 } from './lz4.ts';
import { Output } from './output.ts';
import { unpackSnappy } from './snappy.ts';

const bytesOf = (...values: number[]) => Uint8Array.from(values);
const ramp = (length: number) => Array.from({ length }, (_, i) => i % 251);

describe('Snappy', () => {
  const literal = (length: number) => {
    const size = length - 1;
    const sizeBytes = [size & 255, size >> 8, size >> 16].slice(
      0,
      size < 256 ? 1 : size < 65_536 ? 2 : 3,
    );
    const head = size < 60 ? [size << 2] : [(59 + sizeBytes.length) << 2, ...sizeBytes];
    return [...head, ...ramp(length)];
  };

  it.each([1, 60, 61, 256, 257, 65_536, 65_537])('unpacks a literal of %d bytes', (length) => {
    const packed = bytesOf(...varint(length), ...literal(length));
    expect([...unpackSnappy(packed, length)]).toEqual(ramp(length));
  });

  it('unpacks copies with a distance of one, two and four bytes', () => {
    const start = ramp(600);
    const copies = [
      // 4 + 7 bytes from 2 * 256 + 3 back, 1 + 63 from 258, 1 + 2 from 600.
      ...[(2 << 5) | (7 << 2) | 1, 3],
      ...[(63 << 2) | 2, 2, 1],
      ...[(2 << 2) | 3, 600 & 255, 600 >> 8, 0, 0],
    ];
    const expected = [...start];
    for (const [distance, count] of [
      [515, 11],
      [258, 64],
      [600, 3],
    ])
      for (let i = 0; i < count; i++) expected.push(expected[expected.length - distance]);
    const packed = bytesOf(...varint(expected.length), ...literal(600), ...copies);
    expect([...unpackSnappy(packed, expected.length)]).toEqual(expected);
  });

  it('refuses a page of another size than its own', () => {
    expect(() => unpackSnappy(bytesOf(2, 4, 1, 2), 3)).toThrow('of another size than it says');
    expect(() => unpackSnappy(bytesOf(3, 4, 1, 2), 3)).toThrow('it has a page of 2 bytes');
  });
});

describe('LZ4', () => {
  /** Literals, and a match of what stands `distance` back. */
  const sequence = (literals: number[], distance: number, match: number) => {
    const long = (length: number): number[] =>
      length < 15
        ? []
        : [...new Array(Math.floor((length - 15) / 255)).fill(255), (length - 15) % 255];
    const nibble = (length: number) => Math.min(length, 15);
    const token = (nibble(literals.length) << 4) | nibble(match - 4);
    return [
      ...[token, ...long(literals.length), ...literals],
      ...[distance & 255, distance >> 8, ...long(match - 4)],
    ];
  };
  const last = (literals: number[]) => sequence(literals, 0, 4).slice(0, -2);

  it.each([
    [1, 4],
    [14, 18],
    [15, 19],
    [270, 274],
    [525, 530],
  ])('unpacks %d literals and a match of %d', (count, match) => {
    const literals = ramp(count);
    const expected = [...literals];
    for (let i = 0; i < match; i++) expected.push(expected[expected.length - count]);
    expected.push(7, 8);
    const packed = bytesOf(...sequence(literals, count, match), ...last([7, 8]));
    expect([...unpackLz4(packed, expected.length)]).toEqual(expected);
    // Hadoop's frames, of which there may be several.
    const head = [0, 0, expected.length >> 8, expected.length & 255];
    const frame = [...head, 0, 0, packed.length >> 8, packed.length & 255, ...packed];
    const twice = bytesOf(...frame, ...frame);
    expect([...unpackHadoopLz4(twice, 2 * expected.length)]).toEqual([...expected, ...expected]);
    // Some writers put raw blocks under the same name.
    expect([...unpackHadoopLz4(packed, expected.length)]).toEqual(expected);
  });

  it('unpacks a match of 300 from far back', () => {
    const literals = ramp(700);
    const packed = bytesOf(...sequence(literals, 600, 300));
    const expected = [...literals, ...literals.slice(100, 400)];
    expect([...unpackLz4(packed, 1000)]).toEqual(expected);
  });
});

describe('gzip', () => {
  const bytes = Uint8Array.from(ramp(300_000).map((value, i) => value ^ ((i * 2654435761) >>> 24)));
  const packed = gzipSync(bytes);

  it('unpacks small and large pages, and those of several members', () => {
    expect(packed.length).toBeGreaterThan(65_536);
    expect(Buffer.compare(inflate(packed, bytes.length), bytes)).toBe(0);
    const small = gzipSync('abc');
    expect([...inflate(small, 3)]).toEqual([97, 98, 99]);
    expect([...inflate(Buffer.concat([small, small]), 6)]).toEqual([97, 98, 99, 97, 98, 99]);
  });

  it.each([
    [packed, bytes.length],
    [gzipSync('abc'), 3],
  ])('refuses a page of other bytes than its header says: %#', (page, length) => {
    expect(() => inflate(page, length - 1)).toThrow('unpacks to more bytes than its header says');
    expect(() => inflate(page, length + 1)).toThrow(
      `it has a page of ${length} bytes whose header`,
    );
  });
});

describe('what is unpacked', () => {
  it('is appended, filled and repeated, and no more than there must be', () => {
    const output = new Output(9);
    output.push(bytesOf(1, 2));
    output.fill(5, 2);
    output.repeat(3, 5);
    expect([...output.whole()]).toEqual([1, 2, 5, 5, 2, 5, 5, 2, 5]);
    for (const more of [
      () => output.push(bytesOf(1)),
      () => output.fill(1, 1),
      () => output.repeat(1, 1),
      () => output.fill(1, -1),
    ]) {
      expect(more).toThrow('unpacks to more bytes than its header says');
    }
  });

  it('is repeated from its first byte on, and from none before', () => {
    const output = new Output(4);
    output.push(bytesOf(1, 2));
    expect(() => output.repeat(0, 1)).toThrow('it has a damaged page');
    expect(() => output.repeat(3, 1)).toThrow('it has a damaged page');
    output.repeat(2, 1);
    expect(() => output.whole()).toThrow('it has a page of 3 bytes whose header says 4');
  });
});

describe('codecs by their number', () => {
  it.each([
    [0, bytesOf(97, 98, 99)],
    [1, bytesOf(3, 8, 97, 98, 99)],
    [2, gzipSync('abc')],
    [5, bytesOf(0, 0, 0, 3, 0, 0, 0, 4, 0x30, 97, 98, 99)],
    [7, bytesOf(0x30, 97, 98, 99)],
  ])('%d', (codec, packed) => {
    expect([...decompress(codec, packed, 3)]).toEqual([97, 98, 99]);
  });

  it.each([
    [3, 'lzo'],
    [4, 'brotli'],
    [8, 'number 8'],
  ])('%d is refused by its name', (codec, name) => {
    expect(() => decompress(codec, bytesOf(1), 1)).toThrow(
      `it is compressed with ${name}, which cannot be read here; ` +
        'write it with snappy, gzip, zstd, lz4 or no compression',
    );
  });

  it('without one, has as many bytes as the header says', () => {
    expect(() => decompress(0, bytesOf(1, 2), 3)).toThrow(
      'it has a page of 2 bytes whose header says 3',
    );
  });
});
