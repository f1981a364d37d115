import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { writeWav } from './write-wav.ts';
import { writeZip, type ZipEntry } from './write-zip.ts';

/** Entries of a zip, more than any reader may look at in pairs. */
const MANY = 10_000;
const MiB = 2 ** 20;
const GOOD: ZipEntry = { name: 'good.wav', bytes: writeWav([1, 2, 3]) };

/** An entry of zeros, which says that it has `size` bytes. */
function zeros(name: string, bytes: number, size = bytes): ZipEntry {
  const unpacked = Buffer.alloc(bytes);
  const falseFields = { size, crc: crc32(unpacked) };
  return { name, bytes: deflateRawSync(unpacked), packed: true, falseFields };
}

/** The entries of each kind of hostile zip; `good.wav` is one of them. */
const KINDS: Readonly<Record<string, () => ZipEntry[]>> = {
  /** 2.1 GB of zeros in 2 MB. */
  bombs() {
    const bomb = zeros('', 64 * MiB);
    return [...Array.from({ length: 33 }, (_, i) => ({ ...bomb, name: `${i}.wav` })), GOOD];
  },
  understated: () => [zeros('bomb.wav', 64 * MiB, 1000), GOOD],
  understatedBelowTheBound: () => [zeros('bomb.wav', 64 * MiB, 15 * MiB), GOOD],
  overstated() {
    const bytes = Buffer.alloc(3 * MiB, 'abcdefg');
    const falseFields = { size: 2 ** 28, compressedSize: 2 ** 28 };
    return [{ name: 'bomb.wav', bytes, stored: true, falseFields }, GOOD];
  },
  /** One piece of data under many names. */
  overlapping() {
    const first = zeros('first.wav', 15 * MiB);
    const falseFields = { size: 15 * MiB, compressedSize: first.bytes.length, offset: 0 };
    const bytes = new Uint8Array(0);
    const names = Array.from({ length: MANY }, (_, i) => ({
      name: `${i}.wav`,
      bytes,
      falseFields,
    }));
    return [first, ...names, GOOD];
  },
  encrypted: () => [{ ...GOOD, name: 'secret.wav', flags: 1 }, GOOD],
  names() {
    const bytes = new Uint8Array(0);
    const stored = true;
    const names = Array.from({ length: MANY }, (_, i) => `__proto__/constructor/${i}.txt`);
    return [...names.map((name) => ({ name, bytes, stored })), GOOD];
  },
};

/**
 * Writes every hostile zip into a folder, each under the name of its kind. It takes memory of its
 * own, which a test's process should not.
 */
export function writeHostileZips(folder: string): void {
  for (const [kind, entries] of Object.entries(KINDS)) {
    writeFileSync(join(folder, `${kind}.zip`), writeZip(entries()));
  }
}
