// The limits of WAV files, each at its bound and one beyond it.
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../problem.ts';
import { type WavClaims, type WriteWavOptions, writeWav } from '../../testing/write-wav.ts';
import { decodeWav } from '../decode-wav.ts';
import { readWavHeader } from '../read-wav-header.ts';
import { sniffFormat } from '../sniff-format.ts';
import { FORMAT_TAG_NAMES } from './format-tags.ts';

const CODES = [100, -200, 300, -400, 500, -600];

/** What reading says: the codes of the problems, or that of the error. */
function outcomeOf(bytes: Uint8Array, truncated: 'error' | 'read' = 'error'): string[] {
  const problems: Problem[] = [];
  try {
    readWavHeader(bytes, { truncated, onProblem: (problem) => problems.push(problem) });
    return problems.map(({ code }) => code);
  } catch (error) {
    return [`error ${(error as { code: string }).code}`];
  }
}
const wav = (claims: WavClaims, options: WriteWavOptions = {}): Uint8Array =>
  writeWav(CODES, { ...options, claims });
const chunks = (count: number): Uint8Array =>
  Buffer.concat(new Array(count).fill(Buffer.from('junk\0\0\0\0')));

describe('the header', () => {
  it.each([
    [1024, []],
    [1025, ['error unsupported-wav']],
  ])('of %d channels', (channels, outcome) => {
    const bytes = writeWav(new Int16Array(channels), { channels, claims: { byteRate: 0 } });
    expect(outcomeOf(bytes)).toEqual(outcome);
  });

  it('of as many channels as may be, whose frames are averaged', () => {
    const codes = Int16Array.from({ length: 3 * 1024 }, (_, i) => 100 * Math.floor(i / 1024));
    const { samples } = decodeWav(writeWav(codes, { channels: 1024, claims: { byteRate: 0 } }));
    expect(Array.from(samples, (x) => x * 32768)).toEqual([0, 100, 200]);
  });

  it.each([
    [1, []],
    [2 ** 31 - 1, []],
    [2 ** 31, ['error malformed-wav']],
    [0, ['error malformed-wav']],
  ])('of %d Hz', (sampleRate, outcome) => {
    expect(outcomeOf(writeWav(CODES, { sampleRate, claims: { byteRate: 0 } }))).toEqual(outcome);
  });

  it('of a byte rate that 32 bits cannot hold', () => {
    const options = { sampleRate: 2 ** 31 - 1, channels: 2 };
    expect(outcomeOf(wav({ byteRate: (4 * (2 ** 31 - 1)) % 2 ** 32 }, options))).toEqual([]);
    expect(outcomeOf(wav({ byteRate: 7 }, options))).toEqual(['wrong-byte-rate']);
  });

  it('of a byte rate of 0, which says nothing', () => {
    expect(outcomeOf(wav({ byteRate: 0 }))).toEqual([]);
  });

  it.each([
    [16, []],
    [17, ['wrong-valid-bits']],
    [1, []],
    [0, []],
  ])('of %d valid bits of 16', (validBits, outcome) => {
    expect(outcomeOf(wav({ validBits }, { extensible: true }))).toEqual(outcome);
  });

  it('of an extensible format that is a byte too short', () => {
    const bytes = Buffer.from(wav({}, { extensible: true }));
    bytes.writeUInt32LE(39, 16);
    expect(() => decodeWav(bytes)).toThrow(
      'must have 40 bytes in its extensible fmt chunk, got 39',
    );
  });

  it.each([
    [15, ['error malformed-wav']],
    [16, []],
  ])('of %d bytes in "fmt "', (size, outcome) => {
    const bytes = Buffer.from(wav({}));
    bytes.writeUInt32LE(size, 16);
    expect(outcomeOf(bytes)).toEqual(outcome);
  });

  it.each([
    ['0000 0010', '8000 00aa 0038 9b71', true],
    ['0721 11d3', '8644 c8c1 ca00 0000', true],
    ['0000 0010', '8000 00aa 0038 9b72', false],
    ['0001 0010', '8000 00aa 0038 9b71', false],
    ['0721 11d3', '8000 00aa 0038 9b71', false],
  ])('of a sub-format of %s %s: read %s', (fields, tail, isRead) => {
    const bytes = Buffer.from(wav({}, { extensible: true }));
    const [first, second] = fields.split(' ').map((each) => Number.parseInt(each, 16));
    bytes.writeUInt16LE(first, 48);
    bytes.writeUInt16LE(second, 50);
    bytes.set(Buffer.from(tail.replaceAll(' ', ''), 'hex'), 52);
    expect(outcomeOf(bytes)).toEqual(isRead ? [] : ['error unsupported-wav']);
  });
});

it('a sub-format that is not known is named', () => {
  const bytes = Buffer.from(wav({}, { extensible: true }));
  bytes.writeUInt16LE(0xabc, 48);
  expect(() => decodeWav(bytes)).toThrow(
    'decodeWav: `bytes` must have a standard sub-format, ' +
      'got a GUID of 00000001 0abc 0010 80 00 00 aa 00 38 9b 71',
  );
});

describe('a size of samples that the file does not reach', () => {
  it.each([2 ** 32 - 1, 2 ** 32 - 2 ** 16, 2 ** 31 - 2 ** 16, 2 ** 31 + 2 ** 16])(
    'was never filled in: %d',
    (dataSize) => {
      expect(outcomeOf(wav({ dataSize, riffSize: 10 }))).toEqual(['unfilled-size']);
    },
  );

  it.each([2 ** 32 - 2 ** 16 - 1, 2 ** 31 - 2 ** 16 - 1, 2 ** 31 + 2 ** 16 + 1, 13, 2 ** 24])(
    'was: %d',
    (dataSize) => {
      expect(outcomeOf(wav({ dataSize, riffSize: 10 }))).toEqual(['error truncated-wav']);
      expect(outcomeOf(wav({ dataSize, riffSize: 10 }), 'read')).toEqual(['truncated-wav']);
    },
  );

  it('is that of ds64 where "data" has none', () => {
    const claims = { dataSize: 0, dataSize64: 20, riffSize: 10 };
    expect(outcomeOf(wav(claims, { container: 'RF64' }))).toEqual(['error truncated-wav']);
    expect(outcomeOf(wav(claims, { container: 'RF64' }), 'read')).toEqual([
      'wrong-data-size',
      'truncated-wav',
    ]);
  });

  it('is no fault where "data" and ds64 have the same', () => {
    const claims = { dataSize: 12, dataSize64: 12 };
    expect(outcomeOf(wav(claims, { container: 'RF64' }))).toEqual([]);
  });

  it.each([
    [2 ** 53 - 1, ['error truncated-wav']],
    [2 ** 53, ['unfilled-size']],
  ])('of %d in ds64', (dataSize64, outcome) => {
    const bytes = wav({ dataSize64, riffSize: 10 }, { container: 'RF64' });
    expect(outcomeOf(bytes)).toEqual(outcome);
  });
});

describe('the number of', () => {
  it.each([
    [998, []],
    [999, ['error malformed-wav']],
  ])('chunks: %d before "data"', (count, outcome) => {
    const good = writeWav(CODES);
    const bytes = Buffer.concat([good.subarray(0, 36), chunks(count), good.subarray(36)]);
    expect(outcomeOf(bytes)).toEqual(outcome);
  });

  it.each([
    [1000, 'error empty-wav'],
    [1001, 'unfilled-size'],
  ])('chunks that are taken for such, and not for samples: %d', (count, outcome) => {
    const bytes = Buffer.concat([writeWav([], { claims: { dataSize: 0 } }), chunks(count)]);
    expect(outcomeOf(bytes)).toEqual([outcome]);
  });

  it.each([
    [100, 'wav'],
    [101, 'unknown'],
  ])('tags before a file: %d', (count, format) => {
    const tag = Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1');
    const bytes = Buffer.concat([...new Array(count).fill(tag), writeWav(CODES)]);
    expect(sniffFormat(bytes).format).toBe(format);
  });
});

it.each([
  [2, 'Microsoft ADPCM'],
  [17, 'IMA ADPCM'],
  [49, 'GSM 6.10'],
  [64, 'G.721 ADPCM'],
  [69, 'G.726 ADPCM'],
  [80, 'MPEG audio'],
  [85, 'MP3'],
  [255, 'AAC'],
  [353, 'Windows Media Audio'],
  [8192, 'AC-3'],
  [61_868, 'FLAC'],
])('format tag %d is called %s', (tag, name) => {
  expect(() => decodeWav(writeWav([1], { tag }))).toThrow(
    `must be PCM, float, A-law or µ-law, got format tag ${tag} (${name}): ` +
      'convert it with `ffmpeg -i in.wav -c:a pcm_s16le out.wav`',
  );
  expect(FORMAT_TAG_NAMES.size).toBe(11);
});

it('a format tag without a name is a number', () => {
  expect(() => decodeWav(writeWav([1], { tag: 99 }))).toThrow('got format tag 99: convert it');
});
