import { constants, zstdCompressSync } from 'node:zlib';
import { seeded } from '@ser/testing';
import { expect, it } from 'vitest';
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

it.each([
  ['too many', 2],
  ['too few', 4],
])('%s bytes are refused', (_, length) => {
  expect(() => unpackZstd(zstdCompressSync('abc'), length)).toThrow(/it has a page/);
});
