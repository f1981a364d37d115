import { constants, zstdCompressSync } from 'node:zlib';
import { seeded } from '@ser/testing';
import { describe, expect, it } from 'vitest';
import { unpackZstd } from './unpack-zstd.ts';

const random = seeded();
const below = (most: number): number => Math.floor(random() * most);

/** Bytes that make a writer choose each kind of block, of literals and of tables. */
const kinds: [string, (length: number) => Uint8Array][] = [
  ['of noise', (length) => Uint8Array.from({ length }, () => below(256))],
  ['of few letters', (length) => Uint8Array.from({ length }, () => 97 + below(6))],
  [
    'of a bell curve',
    (length) => Uint8Array.from({ length }, () => below(40) + below(40) + below(40)),
  ],
  ['of one byte', (length) => new Uint8Array(length).fill(7)],
  [
    'that repeat themselves',
    (length) => {
      const bytes = new Uint8Array(length);
      for (let i = 0; i < length; i++)
        bytes[i] = i > 40 && random() < 0.9 ? bytes[i - 1 - below(40)] : below(60);
      return bytes;
    },
  ],
];

it.each(kinds)('bytes %s come back', (_, make) => {
  for (const length of [0, 1, 19, 300, 5000, 300_000]) {
    const bytes = make(length);
    for (const level of [1, 3, 19]) {
      const params = { [constants.ZSTD_c_compressionLevel]: level };
      const packed = zstdCompressSync(bytes, { params });
      expect(Buffer.compare(unpackZstd(packed, length), bytes)).toBe(0);
    }
  }
});

it('frames that follow each other are joined', () => {
  const packed = Buffer.concat(['a', 'bc'].map((text) => zstdCompressSync(text)));
  expect(Buffer.from(unpackZstd(packed, 3)).toString()).toBe('abc');
});

describe('frames', () => {
  const bytes = Buffer.from('abcabcabcabc'.repeat(20));
  const pack = (params: Record<number, number>) => zstdCompressSync(bytes, { params });
  const unpacked = (packed: Uint8Array) => Buffer.from(unpackZstd(packed, bytes.length)).toString();

  it.each([
    ['with a checksum', { [constants.ZSTD_c_checksumFlag]: 1 }],
    ['without the size of their content', { [constants.ZSTD_c_contentSizeFlag]: 0 }],
  ])('%s are unpacked, also before others', (_, params) => {
    const packed = pack(params);
    expect(unpacked(packed)).toBe(bytes.toString());
    const twice = Buffer.concat([packed, packed]);
    expect(Buffer.from(unpackZstd(twice, 2 * bytes.length)).toString()).toBe(`${bytes}${bytes}`);
  });

  it.each([0, 15])('to skip are skipped: %d', (kind) => {
    const skipped = [0x50 + kind, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 9, 9];
    expect(unpacked(Buffer.concat([Buffer.from(skipped), pack({})]))).toBe(bytes.toString());
  });

  it('that are none are refused', () => {
    const packed = pack({});
    packed[0]++;
    expect(() => unpacked(packed)).toThrow('it has a damaged page');
    expect(() => unpacked(Buffer.of(0x60, 0x2a, 0x4d, 0x18, 0, 0, 0, 0))).toThrow('damaged');
  });

  it('with a header of each length are unpacked', () => {
    // A raw block of one byte, after no size, and after sizes of 1, 2, 4 and 8 bytes; with the
    // identity of a dictionary of 1, 2 and 4 bytes.
    const block = [0x09, 0, 0, 0x61];
    for (const [head, more] of [
      [0x00, 1],
      [0x20, 1],
      [0x40, 3],
      [0x80, 5],
      [0xc0, 9],
      [0xe0, 8],
      [0x01, 2],
      [0x02, 3],
      [0x03, 5],
    ]) {
      const frame = [0x28, 0xb5, 0x2f, 0xfd, head, ...new Array(more).fill(0), ...block];
      expect([...unpackZstd(Uint8Array.from(frame), 1)]).toEqual([0x61]);
    }
  });

  it('with a block of a kind that is none are refused', () => {
    const frame = [0x28, 0xb5, 0x2f, 0xfd, 0x20, 1, 0x0f, 0, 0, 0x61];
    expect(() => unpackZstd(Uint8Array.from(frame), 1)).toThrow('it has a damaged page');
  });
});

it.each([
  ['too many', 2],
  ['too few', 4],
])('%s bytes are refused', (_, length) => {
  expect(() => unpackZstd(zstdCompressSync('abc'), length)).toThrow(/it has a page/);
});
