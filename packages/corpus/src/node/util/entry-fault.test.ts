import { describe, expect, it } from 'vitest';
import type { Entry } from 'yauzl';
import { entryFault, type NamedEntry } from './entry-fault.ts';
import { overlappingEntries } from './overlapping-entries.ts';

/** An entry as a zip's directory tells of it, with a name of five letters. */
const entry = (fields: {
  size?: number;
  packed?: number;
  start?: number;
  isEncrypted?: boolean;
}): NamedEntry => ({
  name: `${fields.start ?? 0}.wav`,
  file: `a.zip/${fields.start ?? 0}.wav`,
  entry: {
    uncompressedSize: fields.size ?? 100,
    compressedSize: fields.packed ?? 100,
    relativeOffsetOfLocalHeader: fields.start ?? 0,
    fileNameRaw: Buffer.from('a.wav'),
    isEncrypted: () => fields.isEncrypted ?? false,
  } as unknown as Entry,
});

describe('an entry', () => {
  it.each([
    ['of 256 MiB', { size: 268_435_456, packed: 200_000_000 }],
    ['of 16 MiB out of nothing', { size: 16_777_216, packed: 1 }],
    ['of 100 times its own', { size: 20_000_000, packed: 200_000 }],
  ])('%s is sound', (_, fields) => {
    expect(entryFault(entry(fields))).toBeUndefined();
  });

  it.each([
    [
      'of a byte more than 256 MiB',
      { size: 268_435_457, packed: 268_435_457 },
      'must be a clip of at most 268435456 bytes',
      '268435457 in the directory',
    ],
    [
      'of a byte more than 16 MiB out of little',
      { size: 16_777_217, packed: 167_772 },
      'must unpack to 16777216 bytes or 100 times its own at most',
      '16777217 from 167772',
    ],
    [
      'of more than 100 times its own',
      { size: 20_000_001, packed: 200_000 },
      'must unpack to 16777216 bytes or 100 times its own at most',
      '20000001 from 200000',
    ],
  ])('%s is not', (_, fields, expected, got) => {
    expect(entryFault(entry(fields))).toEqual({ code: 'bad-zip', expected, got });
  });

  it('that is encrypted is not, whatever its size', () => {
    expect(entryFault(entry({ isEncrypted: true, size: 2 ** 30 }))).toMatchObject({
      code: 'encrypted-zip',
    });
  });
});

describe('entries that lie within one before them', () => {
  // Each takes 30 bytes of header, five of name and 100 of data: 135.
  const overlapping = (starts: readonly number[], size: number): string[] =>
    [
      ...overlappingEntries(
        starts.map((start) => entry({ start })),
        size,
      ).values(),
    ].map(({ code, expected, got }) => `${code} ${expected} ${got}`);

  it('are those that begin before its end', () => {
    expect(overlapping([0, 134, 135], 299)).toEqual([
      'bad-zip must be an entry of its own one that begins at 134, within 0.wav',
    ]);
  });

  it('are found in any order of the directory', () => {
    expect(overlapping([135, 0, 100, 50], 399)).toEqual([
      'bad-zip must be an entry of its own one that begins at 50, within 0.wav',
      'bad-zip must be an entry of its own one that begins at 100, within 0.wav',
    ]);
  });

  it('are none where the zip has room for the data of all', () => {
    expect(overlapping([0, 0, 0], 300)).toEqual([]);
    expect(overlapping([0, 0, 0], 299)).toHaveLength(2);
  });

  it('are none of those that end behind the zip', () => {
    // The last one ends at 300, and then a byte further.
    expect(overlapping([0, 0, 165], 299)).toEqual([]);
    expect(overlapping([0, 0, 0, 164], 299)).toHaveLength(2);
  });
});
