import { describe, expect, it } from 'vitest';
import { packEntry, unpackEntry } from './pack-entry.ts';

const KEY = 'ab'.repeat(32);
const values = [
  { name: 'original', values: Float32Array.of(1, -0.1, 3e-41) },
  { name: 'Lärm', values: Float32Array.of(4, Number.NaN) },
  { name: 'empty', values: new Float32Array() },
];
const packed = packEntry(KEY, values);

it('gives back what was packed, bit for bit', () => {
  expect(unpackEntry(KEY, packed)).toEqual(values);
});

it('takes bytes from anywhere in a buffer', () => {
  const bytes = new Uint8Array(packed.length + 3);
  bytes.set(packed, 3);
  expect(unpackEntry(KEY, bytes.subarray(3))).toEqual(values);
});

it('packs nothing, too', () => {
  expect(unpackEntry(KEY, packEntry(KEY, []))).toEqual([]);
});

it('looks the same on every machine', () => {
  const bytes = Buffer.from(packEntry(KEY, [{ name: 'a', values: Float32Array.of(1, -2) }]));
  expect(bytes.toString('latin1', 0, 8)).toBe('SERCACH1');
  expect(bytes.subarray(-8).toString('hex')).toBe('0000803f000000c0');
  expect((bytes.length - 8) % 8).toBe(0);
});

describe('gives nothing', () => {
  it('of another key', () => {
    expect(unpackEntry('cd'.repeat(32), packed)).toBeUndefined();
  });

  it('of any byte that is wrong', () => {
    for (let at = 0; at < packed.length; at++) {
      const bytes = Uint8Array.from(packed);
      bytes[at] ^= 1;
      expect(unpackEntry(KEY, bytes)).toBeUndefined();
    }
  });

  it('of an entry that is cut anywhere, or longer', () => {
    for (let end = 0; end < packed.length; end++) {
      expect(unpackEntry(KEY, packed.subarray(0, end))).toBeUndefined();
    }
    expect(unpackEntry(KEY, Buffer.concat([packed, Buffer.alloc(1)]))).toBeUndefined();
  });

  it('of what another program wrote', () => {
    expect(unpackEntry(KEY, Buffer.alloc(1000))).toBeUndefined();
  });
});
