import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import goldens from '../../fixtures/wav.golden.json' with { type: 'json' };
import { CorpusError } from '../corpus-error.ts';
import { fuzzDecodeWav } from '../testing/fuzz-decode-wav.ts';
import { type WriteWavOptions, writeWav } from '../testing/write-wav.ts';
import { decodeWav } from './decode-wav.ts';

/** A valid file whose format chunk is there twice, with another sample rate. */
const twoFormats = (): Uint8Array => {
  const second = writeWav([1], { sampleRate: 8000 });
  return Buffer.concat([writeWav([1]).subarray(0, 36), second.subarray(12)]);
};

/** A WAV of which nothing is left but its first twelve bytes. */
const zeros = (): Uint8Array => writeWav(new Float32Array(10_000)).fill(0, 12);

const EDGES_16 = [-32768, -32767, -1, 0, 1, 32767];

describe('decodeWav', () => {
  it.each<[string, number[], number[], WriteWavOptions]>([
    ['8 bits', [0, 1, 127, 128, 255], [-128, -127, -1, 0, 127].map((x) => x / 128), { bits: 8 }],
    ['16 bits', EDGES_16, EDGES_16.map((x) => x / 32768), {}],
    [
      '24 bits',
      [-8388608, -65537, -1, 0, 1, 256, 8388607],
      [-8388608, -65537, -1, 0, 1, 256, 8388607].map((x) => x / 8388608),
      { bits: 24 },
    ],
    [
      '32 bits',
      [-2147483648, -1, 0, 1, 2147483647],
      [-2147483648, -1, 0, 1, 2147483647].map((x) => Math.fround(x / 2147483648)),
      { bits: 32 },
    ],
    ['32-bit floats', [-1.5, 0, 1e-30], [-1.5, 0, Math.fround(1e-30)], { bits: 32, tag: 3 }],
    ['64-bit floats', [-1, 0.1], [-1, Math.fround(0.1)], { bits: 64, tag: 3 }],
    ['20 bits left-justified in 24', [16], [16 / 8388608], { bits: 20 }],
  ])('is exact for %s, in every container', (_, codes, expected, options) => {
    for (const container of ['RIFF', 'RIFX', 'RF64'] as const) {
      for (const extensible of [false, true]) {
        const bytes = writeWav(codes, { ...options, container, extensible, sampleRate: 22_050 });
        const { samples, sampleRate } = decodeWav(bytes);
        expect(Array.from(samples)).toEqual(expected);
        expect(sampleRate).toBe(22_050);
      }
    }
  });

  // ITU-T G.711's extremes, on the 16-bit scale.
  it.each([
    ['A-law', 6, [0x2a, 0xaa, 0xd5, 0x55], [-32256, 32256, 8, -8]],
    ['µ-law', 7, [0x00, 0x80, 0xff, 0x7f], [-32124, 32124, 0, 0]],
  ])('expands %s', (_, tag, codes, expected) => {
    const { samples } = decodeWav(writeWav(codes, { tag, bits: 8, extensible: true }));
    expect(Array.from(samples, (x) => x * 32768)).toEqual(expected);
  });

  it.each(goldens.cases)('equals librosa and libsndfile, bit for bit: $name', (golden) => {
    const { samples, sampleRate } = decodeWav(Buffer.from(golden.wav, 'base64'));
    expect(Array.from(samples)).toEqual(golden.samples);
    expect(sampleRate).toBe(golden.sampleRate);
  });

  it('averages two channels', () => {
    const { samples } = decodeWav(writeWav([100, 301, -32768, 32767], { channels: 2 }));
    expect(Array.from(samples)).toEqual([200.5 / 32768, -0.5 / 32768]);
  });

  it('averages three channels', () => {
    const { samples } = decodeWav(writeWav([0.25, 0.5, 0.75], { channels: 3, tag: 3, bits: 32 }));
    // A third is rounded once, to float32.
    expect(samples).toBeAllclose([0.5], { rtol: 0, atol: 5e-8 });
  });

  /** More samples than two blocks hold. */
  const codes = Int16Array.from({ length: 5001 }, (_, i) => (i * 7919) % 128);
  /** Indices at the edges of blocks. */
  const EDGES = [0, 1, 2047, 2048, 4095, 4096, 5000];
  const FORMATS: { bits: number; tag?: number }[] = [
    { bits: 8 },
    { bits: 16 },
    { bits: 24 },
    { bits: 32 },
    { bits: 8, tag: 6 },
    { bits: 32, tag: 3 },
    { bits: 64, tag: 3 },
  ];
  const CASES = FORMATS.flatMap((format) =>
    (['RIFF', 'RIFX'] as const).map((container) => ({ ...format, container })),
  );

  it.each(CASES)('converts a long file as it does one sample: %o', (format) => {
    const { samples } = decodeWav(writeWav(codes, { ...format, junk: 1 }));
    const alone = EDGES.map((i) => decodeWav(writeWav([codes[i]], format)).samples[0]);
    expect(EDGES.map((i) => samples[i])).toEqual(alone);
  });

  it.each(CASES.filter(({ tag }) => tag !== 6))('divides codes by full scale: %o', (format) => {
    const { samples } = decodeWav(writeWav(codes, format));
    const scale = format.tag === 3 ? 1 : 2 ** (1 - format.bits);
    const offset = format.bits === 8 ? 128 : 0;
    expect(Array.from(samples)).toEqual(Array.from(codes, (code) => (code - offset) * scale));
  });

  it.each(CASES)('decodes at an odd offset as at an even one: %o', (format) => {
    const wav = writeWav(codes, { ...format, junk: 1 });
    const shifted = new Uint8Array(wav.length + 3);
    shifted.set(wav, 3);
    expect(decodeWav(shifted.subarray(3)).samples).toEqual(decodeWav(wav).samples);
  });

  it.each([2, 3, 5])('averages files of %d channels longer than a block', (channels) => {
    const long = Int16Array.from({ length: 20_001 * channels }, (_, i) => (i * 7919) % 30_000);
    const { samples } = decodeWav(writeWav(long, { channels }));
    const expected = Float32Array.from({ length: 20_001 }, (_, frame) => {
      const own = long.subarray(frame * channels, (frame + 1) * channels);
      return own.reduce((sum, code) => sum + code / 32768, 0) / channels;
    });
    expect(samples).toEqual(expected);
  });

  it.each([1, 2, 4043])('steps over an unknown chunk of %d bytes', (junk) => {
    expect(decodeWav(writeWav([5], { junk })).samples[0]).toBe(5 / 32768);
  });

  /** `[1, 2, 3]` at an odd offset of a larger buffer, which typed arrays would refuse. */
  const inLargerBuffer = (): { around: Uint8Array; end: number } => {
    const wav = writeWav([1, 2, 3]);
    const around = new Uint8Array(wav.length + 20).fill(0xff);
    around.set(wav, 7);
    return { around, end: 7 + wav.length };
  };

  it('reads a view into a larger buffer', () => {
    const { around, end } = inLargerBuffer();
    const { samples } = decodeWav(around.subarray(7, end));
    expect(Array.from(samples, (x) => x * 32768)).toEqual([1, 2, 3]);
  });

  it('reads nothing around a view', () => {
    const { around, end } = inLargerBuffer();
    expect(() => decodeWav(around.subarray(7, end - 1))).toThrow(
      expect.objectContaining({ code: 'truncated-wav' }),
    );
  });

  it('reads to the end where the writer did not know the size', () => {
    const bytes = writeWav([1, 2, 3]);
    new DataView(bytes.buffer).setUint32(40, 0xffffffff, true);
    expect(decodeWav(bytes).samples).toHaveLength(3);
  });

  it.each<[string, Uint8Array, string, string]>([
    ['an empty file', new Uint8Array(0), 'not-wav', 'no bytes'],
    [
      'a text file',
      new TextEncoder().encode('hello, I am text'),
      'not-wav',
      'text that begins with "hello, I',
    ],
    ['an AVI', writeWav([1]).map((b, i) => (i === 8 ? 65 : b)), 'not-wav', '"AAVE"'],
    ['a cut in the samples', writeWav([1, 2, 3, 4]).subarray(0, 47), 'truncated-wav', 'got 3'],
    ['a cut in the format', writeWav([1, 2]).subarray(0, 30), 'truncated-wav', '16 bytes'],
    ['a cut before the data', writeWav([1, 2]).subarray(0, 36), 'truncated-wav', '"data"'],
    ['two formats', twoFormats(), 'malformed-wav', 'one chunk "fmt ", got another'],
    ['no samples', writeWav([]), 'empty-wav', 'got 0'],
    ['no channels', writeWav([1], { channels: 0 }), 'malformed-wav', 'channel'],
    ['too many channels', writeWav([1], { channels: 1025 }), 'unsupported-wav', 'got 1025'],
    ['zeros for chunks', zeros(), 'malformed-wav', '1000 chunks'],
    ['no sample rate', writeWav([1], { sampleRate: 0 }), 'malformed-wav', 'sample rate'],
    ['ADPCM', writeWav([1], { tag: 0x11 }), 'unsupported-wav', 'format tag 17'],
    [
      '16-bit floats',
      writeWav([1], { tag: 3, bits: 16 }),
      'unsupported-wav',
      '32 or 64 bits, got 16',
    ],
  ])('names the file and the fault: %s', (_, bytes, code, text) => {
    let error: unknown;
    try {
      decodeWav(bytes, { name: 'clip.wav' });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ code, file: 'clip.wav' });
    expect(String(error)).toContain('decodeWav: clip.wav must ');
    expect(String(error)).toContain(text);
  });
});

describe('decodeWav on damaged files', () => {
  // The second are as long as RAVDESS' clips, and the first of them decoded before the engine has
  // compiled anything; `npx -y pnpm@12 --filter @ser/corpus fuzz` has 10,000 of three seconds.
  it.each([
    { count: 10_000, frames: 100 },
    { count: 100, frames: 48_000 },
  ])('decodes or refuses $count damaged files of $frames frames', (size) => {
    const { files, outcomes, breaches } = fuzzDecodeWav({ ...size, seed: 1 });
    expect(breaches).toEqual([]);
    expect(files).toBe(size.count);
    // The mutations reach every way to fail.
    expect(Object.keys(outcomes).length).toBeGreaterThan(4);
  });

  const file = fc.record({
    tag: fc.constantFrom(1, 3, 6, 7),
    channels: fc.integer({ min: 1, max: 3 }),
    container: fc.constantFrom('RIFF' as const, 'RIFX' as const, 'RF64' as const),
    extensible: fc.boolean(),
    junk: fc.nat(5),
    bits: fc.constantFrom(8, 16, 24, 32, 64),
  });
  const survives = (bytes: Uint8Array): void => {
    let samples: Float32Array;
    try {
      ({ samples } = decodeWav(bytes, { name: 'x.wav' }));
    } catch (error) {
      // A RangeError would mean a read outside the view.
      if (!CorpusError.isInstance(error)) throw error;
      return;
    }
    expect(samples.length).toBeGreaterThan(0);
    expect(samples.length).toBeLessThanOrEqual(bytes.length);
  };

  const { buffer } = writeWav([1, 2, 3]);
  it.each([
    ['an ArrayBuffer', buffer],
    ['a DataView', new DataView(buffer)],
    ['a string', 'voice.wav'],
    ['undefined', undefined],
  ])('wants bytes, and not %s', (_, wrong) => {
    expect(() => decodeWav(wrong as never)).toThrow(
      expect.objectContaining({ name: 'CorpusError', code: 'bad-argument' }),
    );
  });

  it('says what came in place of bytes', () => {
    expect(() => decodeWav(buffer as never)).toThrow('must be a Uint8Array, got ArrayBuffer');
  });

  it('decodes or throws its own error, with the file cut anywhere', () => {
    fc.assert(
      fc.property(file, fc.nat(), (options, cut) => {
        const bytes = writeWav([1, 2, 3, 4, 5, 6], options);
        survives(bytes.subarray(0, cut % (bytes.length + 1)));
      }),
      { numRuns: 600 },
    );
  });

  it('decodes or throws its own error, with any bytes changed', () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(file, changes, (options, edits) => {
        const bytes = writeWav([1, 2, 3, 4, 5, 6], options);
        for (const [at, value] of edits) bytes[at % bytes.length] = value;
        survives(bytes);
      }),
      { numRuns: 2000 },
    );
  });
});
