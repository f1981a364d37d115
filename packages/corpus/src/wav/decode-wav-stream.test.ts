import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import goldens from '../../fixtures/wav.golden.json' with { type: 'json' };
import headerGoldens from '../../fixtures/wav-headers.golden.json' with { type: 'json' };
import { inChunks } from '../testing/in-chunks.ts';
import { mutatedWavs } from '../testing/mutate-wav.ts';
import { alike, type Reading, readStream, readWhole } from '../testing/read-stream.ts';
import { type WriteWavOptions, writeWav } from '../testing/write-wav.ts';
import type { Audio } from './decode-wav.ts';
import { decodeWavStream } from './decode-wav-stream.ts';
import type { WavOptions } from './wav-options.ts';

const CODES = [100, -200, 300, -400, 500, -600];
/** One byte, odd numbers, more than a file has. */
const SIZES = [[1], [3, 1, 7], [100_000]];

/** A reading without what the two functions name differently; the samples as their bits. */
function comparable({ samples, sampleRate, problems, error }: Reading): object {
  const told = problems.map(({ code, message }) => [code, alike(message)]);
  const bits = createHash('sha256').update(samples).digest('hex');
  return { frames: samples.length, bits, sampleRate, told, error };
}

/** Holds the stream to the whole file, in chunks of several sizes. */
async function expectEqual(bytes: Uint8Array, options: WavOptions = {}): Promise<void> {
  const whole = comparable(readWhole(bytes, options));
  for (const sizes of SIZES) {
    expect(comparable(await readStream(bytes, sizes, options))).toEqual(whole);
  }
}

const join = (...parts: Uint8Array[]): Uint8Array => Buffer.concat(parts);
const chunk = (name: string, bytes: ArrayLike<number>, size = bytes.length): Uint8Array =>
  join(Buffer.from(name), new Uint8Array(Uint32Array.of(size).buffer), Uint8Array.from(bytes));
const TAG = Uint8Array.from([...Buffer.from('ID3'), 4, 0, 0, 0, 0, 0, 3, 9, 9, 9]);

const ENCODINGS: { bits: number; tag?: number }[] = [
  { bits: 8 },
  { bits: 16 },
  { bits: 20 },
  { bits: 24 },
  { bits: 32 },
  { bits: 32, tag: 3 },
  { bits: 64, tag: 3 },
  { bits: 8, tag: 6 },
  { bits: 8, tag: 7 },
];

describe('decodeWavStream', () => {
  it.each(goldens.cases)('equals librosa and libsndfile, bit for bit: $name', async (golden) => {
    const got = await readStream(Buffer.from(golden.wav, 'base64'), [5, 1]);
    expect(Array.from(got.samples)).toEqual(golden.samples);
    expect(got.sampleRate).toBe(golden.sampleRate);
  });

  it('equals decodeWav for every encoding, container, layout and size of the chunks', async () => {
    const behind = [[], [0], [0, 0, 0], [...chunk('LIST', [1, 2, 3]), 0], [...chunk('id3 ', [9])]];
    const file = fc.record({
      encoding: fc.constantFrom(...ENCODINGS),
      channels: fc.integer({ min: 1, max: 9 }),
      container: fc.constantFrom('RIFF' as const, 'RIFX' as const, 'RF64' as const),
      extensible: fc.boolean(),
      junk: fc.nat(9),
      frames: fc.integer({ min: 1, max: 3000 }),
      dataSize: fc.constantFrom(undefined, undefined, 0, 0x7fffffff, 0xffffffff, 0x7ffff000),
      tags: fc.nat(2),
      behind: fc.constantFrom(...behind),
      sizes: fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(file, async ({ encoding, dataSize, tags, sizes, ...options }) => {
        const { channels, frames } = options;
        const codes = Float64Array.from({ length: frames * channels }, (_, i) => (i * 7919) % 128);
        const claims = dataSize === undefined ? {} : { dataSize, riffSize: dataSize };
        const wav = writeWav(codes, { ...encoding, ...options, claims });
        const end = dataSize === undefined ? Uint8Array.from(options.behind) : new Uint8Array(0);
        const bytes = join(...new Array(tags).fill(TAG), wav, end);
        const whole = readWhole(bytes);
        expect(whole.error).toBeUndefined();
        expect(comparable(await readStream(bytes, sizes))).toEqual(comparable(whole));
      }),
      { numRuns: 300 },
    );
  });

  it('equals decodeWav for headers that contradict themselves', async () => {
    for (const { wav } of headerGoldens.cases) {
      const bytes = Buffer.from(wav, 'base64');
      const whole = readWhole(bytes, { truncated: 'read' });
      const got = await readStream(bytes, [7, 30], { truncated: 'read' });
      if (whole.error === undefined) expect(comparable(got)).toEqual(comparable(whole));
      // Of several faults, it meets the first.
      else expect(got.error).toBeDefined();
    }
  });

  it('gives of damaged files what decodeWav does, or refuses them as it does', async () => {
    const differing: unknown[] = [];
    let file = 0;
    for (const bytes of mutatedWavs(3000, { seed: 3, frames: 100 })) {
      const truncated = file++ % 4 < 2 ? 'error' : 'read';
      const whole = readWhole(bytes, { truncated });
      const got = await readStream(bytes, [1 + (file % 97), 50], { truncated });
      const isEqual =
        whole.error === undefined
          ? JSON.stringify(comparable(got)) === JSON.stringify(comparable(whole))
          : got.error !== undefined;
      if (!isEqual) differing.push({ file, whole: comparable(whole), got: comparable(got) });
    }
    expect(differing).toEqual([]);
  });

  it.each<[string, Uint8Array, WavOptions?]>([
    ['a file without a byte', new Uint8Array(0)],
    ['text', Buffer.from('hello, I am text')],
    ['zeros', new Uint8Array(5000)],
    ['a tag and nothing else', TAG],
    ['a tag of 256 MB that is cut', Buffer.from('ID3\x04\0\0\x7f\x7f\x7f\x7f', 'latin1')],
    ['an MP3 behind a tag', join(TAG, Uint8Array.of(0xff, 0xfb, 0x10, 0))],
    ['an AVI', writeWav([1]).map((b, i) => (i === 8 ? 65 : b))],
    ['a cut in the first bytes', writeWav([1]).subarray(0, 11)],
    ['a cut in the format', writeWav([1]).subarray(0, 30)],
    ['a cut before the samples', writeWav([1]).subarray(0, 36)],
    ['no samples', writeWav([])],
    ['no samples, and a chunk', join(writeWav([]), chunk('LIST', [1, 2]))],
    ['less than a frame', writeWav([1], { channels: 2 })],
    ['zeros for chunks', writeWav(new Float32Array(10_000)).fill(0, 12)],
    ['ADPCM', writeWav([1], { tag: 0x11 })],
    ['no channels', writeWav([1], { channels: 0 })],
    ['WavPack', writeWav(new Int16Array(Uint8Array.from(Buffer.from('wvpk')).buffer))],
    ['a cut that is read', writeWav(CODES).subarray(0, -5), { truncated: 'read' }],
    ['an unfilled size that RIFF has', writeWav(CODES, { claims: { dataSize: 20 } })],
    ['an RF64 whose sizes differ', writeWav(CODES, { container: 'RF64', claims: { dataSize: 4 } })],
    [
      'an RF64 whose ds64 is beyond the file',
      writeWav(CODES, { container: 'RF64', claims: { dataSize: 12, dataSize64: 20 } }),
    ],
    ['samples before the format', formatBehind()],
    ['padding that is missing', withoutPadding()],
    ['an empty chunk before the samples', emptyBefore()],
    ['an empty chunk behind the samples', join(writeWav(CODES), chunk('data', []))],
    ['bytes that are no chunk', join(writeWav(CODES), new Uint8Array(128).fill(0x80))],
    ['zeros behind the samples', join(writeWav(CODES), new Uint8Array(1000))],
    ['a chunk that is cut', join(writeWav(CODES), chunk('LIST', [1, 2, 3], 100))],
    ['an ID3v1 tag', join(writeWav(CODES), Buffer.from('TAG'), new Uint8Array(125).fill(1))],
  ])('says of %s what decodeWav says', async (_, bytes, options) => {
    await expectEqual(bytes, { name: 'x.wav', ...options });
  });

  it.each([
    ['left', CODES.map((code) => code * 256), 32],
    ['right', [...CODES, 8388607, -8388608], 32],
    ['packed', [...CODES, 8388607, -8388608], 24],
  ])('finds out how 24 bits stand in four bytes: %s', async (_, codes, bits) => {
    for (const channels of [1, 2]) {
      const claims = { bits: 24, blockAlign: 4 * channels };
      await expectEqual(writeWav(codes, { bits, channels, claims }));
    }
  });

  it.each<[string, Uint8Array, string]>([
    ['a cut in the samples', writeWav(CODES).subarray(0, -5), 'truncated-wav'],
    ['a second recording', join(writeWav(CODES), writeWav(CODES)), 'malformed-wav'],
    ['a second chunk of samples', join(writeWav(CODES), chunk('data', [1, 0])), 'malformed-wav'],
  ])('throws for %s behind the samples that came', async (_, bytes, code) => {
    const { error } = readWhole(bytes);
    expect(error?.code).toBe(code);
    for (const sizes of SIZES) {
      const got = await readStream(bytes, sizes);
      expect(got.error).toEqual(error);
      expect(got.problems).toEqual([]);
      const there = code === 'truncated-wav' ? 3 : CODES.length;
      expect(Array.from(got.samples)).toEqual(CODES.slice(0, there).map((x) => x / 32768));
    }
  });

  it('names itself, its argument and the file', async () => {
    const read = (options?: object): Promise<unknown> =>
      decodeWavStream(inChunks(Buffer.from('text'), [2]), options).next();
    await expect(read()).rejects.toThrow('decodeWavStream: `chunks` must be a WAV file, got text');
    await expect(read({ name: 'a.wav' })).rejects.toMatchObject({
      message: expect.stringContaining('decodeWavStream: a.wav must be'),
      file: 'a.wav',
    });
    await expect(read({ truncated: 'ignore' })).rejects.toThrow(
      'decodeWavStream: `truncated` must be "error" or "read", got ignore',
    );
  });
});

function formatBehind(): Uint8Array {
  const good = writeWav(CODES);
  return join(good.subarray(0, 12), good.subarray(36), good.subarray(12, 36));
}

function withoutPadding(): Uint8Array {
  const good = writeWav(CODES);
  return join(good.subarray(0, 12), chunk('junk', [1, 2, 3]), good.subarray(12));
}

function emptyBefore(): Uint8Array {
  const good = writeWav(CODES);
  return join(good.subarray(0, 36), chunk('data', []), good.subarray(36));
}

describe('a stream that is longer than what is looked at ahead', () => {
  const long = Int16Array.from({ length: 100_000 }, (_, i) => (i * 7919) % 30_000);
  const BIG = [40_000];

  it.each<[string, WriteWavOptions]>([
    ['two channels', { channels: 2 }],
    ['three bytes and five channels', { bits: 24, channels: 5 }],
    ['a size that was never filled in', { claims: { dataSize: 0xffffffff, riffSize: 8 } }],
    ['a size of 0', { claims: { dataSize: 0 } }],
    ['a chunk of 200,000 bytes before the samples', { junk: 200_001 }],
    ['24 bits in the upper three of four bytes', { bits: 32, claims: { bits: 24, blockAlign: 4 } }],
  ])('is read with %s', async (_, options) => {
    const codes = options.bits === 32 ? long.map((code) => code & ~255) : long;
    const bytes = writeWav(codes, options);
    const whole = readWhole(bytes);
    expect(whole.error).toBeUndefined();
    for (const sizes of [BIG, [1_000_000], [999, 70_000]]) {
      expect(comparable(await readStream(bytes, sizes))).toEqual(comparable(whole));
    }
  });

  it('is read behind a tag and before a chunk that are longer, too', async () => {
    const size = 100_000;
    const header = [...Buffer.from('ID3'), 4, 0, 0, 0, size >> 14, (size >> 7) & 127, size & 127];
    const tag = join(Uint8Array.from(header), new Uint8Array(size).fill(1));
    const bytes = join(tag, writeWav(CODES), chunk('LIST', new Uint8Array(size)));
    const whole = readWhole(bytes);
    expect(whole.error).toBeUndefined();
    expect(comparable(await readStream(bytes, BIG))).toEqual(comparable(whole));
  });

  it.each<[string, () => Uint8Array]>([
    [
      'its format behind the samples',
      () => {
        const good = writeWav(long);
        return join(good.subarray(0, 12), good.subarray(36), good.subarray(12, 36));
      },
    ],
    [
      'samples of 24 bits that stand otherwise later on',
      () => {
        const codes = Int32Array.from(long, (code, i) =>
          i < 50_000 ? code * 256 : code * 256 + 1,
        );
        return writeWav(codes, { bits: 32, claims: { bits: 24, blockAlign: 4 } });
      },
    ],
    [
      'an RF64 whose ds64 counts more than there is',
      () => writeWav(long, { container: 'RF64', claims: { dataSize: 190_000, dataSize64: 1e6 } }),
    ],
  ])('is refused with %s, and what to do is said', async (_, make) => {
    const { error } = await readStream(make(), BIG, { name: 'x.wav' });
    expect(error).toMatchObject({
      code: 'unsupported-wav',
      message: expect.stringContaining('decode it whole with `decodeWav`'),
    });
  });

  it('gives samples as soon as their bytes are there', async () => {
    const bytes = writeWav(long);
    let given = 0;
    const chunks = (async function* (): AsyncGenerator<Uint8Array> {
      for await (const each of inChunks(bytes, [44 + 20, 10, 6])) {
        given += each.length;
        yield each;
      }
    })();
    const stream = decodeWavStream(chunks);
    const lengths: number[] = [];
    for (let i = 0; i < 3; i++) {
      const { value } = await stream.next();
      lengths.push((value as Audio).samples.length);
    }
    expect([lengths, given]).toEqual([[10, 5, 3], 80]);
    await stream.return();
  });

  it('gives parts of 64 KiB of the file at most, however much comes at once', async () => {
    for await (const { samples } of decodeWavStream(inChunks(writeWav(long), [1e6]))) {
      expect(samples.length).toBeGreaterThan(0);
      expect(samples.length).toBeLessThanOrEqual(65_536);
    }
  });
});
