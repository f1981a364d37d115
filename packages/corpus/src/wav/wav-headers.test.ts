import { describe, expect, it, test } from 'vitest';
import goldens from '../../fixtures/wav-headers.golden.json' with { type: 'json' };
import { CorpusError } from '../corpus-error.ts';
import type { Problem } from '../problem.ts';
import { type WavClaims, type WriteWavOptions, writeWav } from '../testing/write-wav.ts';
import { decodeWav } from './decode-wav.ts';
import { inspectWav } from './inspect-wav.ts';
import { readWavHeader } from './read-wav-header.ts';
import type { WavOptions } from './wav-options.ts';

const CODES = [100, -200, 300, -400, 500, -600];
const IN_16_BITS = CODES.map((code) => code / 32768);

/** What a file gives, and of what it tells. */
function read(
  bytes: Uint8Array,
  options: WavOptions = {},
): { samples: number[]; codes: string[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const onProblem = (problem: Problem): void => void problems.push(problem);
  const { samples } = decodeWav(bytes, { name: 'x.wav', ...options, onProblem });
  return { samples: Array.from(samples), codes: problems.map(({ code }) => code), problems };
}

/** Sixteen bits, mono. */
const wav = (claims: WavClaims = {}, options: WriteWavOptions = {}): Uint8Array =>
  writeWav(CODES, { ...options, claims });

const chunk = (name: string, bytes: readonly number[], size = bytes.length): Uint8Array =>
  Uint8Array.from([...Buffer.from(name), ...new Uint8Array(Uint32Array.of(size).buffer), ...bytes]);

const join = (...parts: Uint8Array[]): Uint8Array => Buffer.concat(parts);

test('headers that contradict themselves give what libsndfile reads, or are refused as there', () => {
  const differing = goldens.cases.filter((golden) => {
    const bytes = Buffer.from(golden.wav, 'base64');
    // libsndfile reads a file that is cut.
    const expected = golden.read?.samples.length ? golden.read : undefined;
    let got: typeof expected;
    try {
      const { samples, sampleRate } = decodeWav(bytes, { truncated: 'read' });
      got = { sampleRate, samples: Array.from(samples) };
    } catch (error) {
      if (!CorpusError.isInstance(error)) throw error;
    }
    return JSON.stringify(got) !== JSON.stringify(expected);
  });
  expect(differing.map(({ name }) => name)).toEqual([]);
});

describe('of two fields that contradict each other', () => {
  it.each<[string, Uint8Array, string, string]>([
    [
      'the bits win over the block align',
      wav({ blockAlign: 4 }),
      'wrong-block-align',
      'must have a block align of 2 for 1 × 16 bits, got 4',
    ],
    [
      'the bits win over a block align of 0',
      wav({ blockAlign: 0 }),
      'wrong-block-align',
      'must have a block align of 2 for 1 × 16 bits, got 0',
    ],
    [
      'the sample rate wins over the byte rate',
      wav({ byteRate: 8000 }),
      'wrong-byte-rate',
      'must have 96000 bytes a second, got 8000',
    ],
    [
      'the bits win over the valid bits',
      wav({ validBits: 24 }, { extensible: true }),
      'wrong-valid-bits',
      'must have at most 16 valid bits, got 24',
    ],
    [
      'what RIFF says wins over a size that the file does not reach',
      wav({ dataSize: 20 }),
      'wrong-data-size',
      'must have 20 bytes in its chunk "data", got 12 to the end that its size of RIFF says',
    ],
    [
      'ds64 wins in RF64',
      wav({ dataSize: 4 }, { container: 'RF64' }),
      'wrong-data-size',
      'must have 12 bytes in "data" as in "ds64", got 4',
    ],
    [
      'a size that the file holds wins over a ds64 that it does not',
      wav({ dataSize: 12, dataSize64: 20 }, { container: 'RF64' }),
      'wrong-data-size',
      'must have 20 bytes in "data" as in "ds64", got 12',
    ],
  ])('%s', (_, bytes, code, message) => {
    const { samples, problems } = read(bytes);
    expect(samples).toEqual(IN_16_BITS);
    expect(problems).toEqual([{ file: 'x.wav', code, message: `decodeWav: x.wav ${message}` }]);
  });

  it.each([6, 7])('the encoding wins over the bits: format tag %d', (tag) => {
    const codes = [1, 2, 3, 250];
    const { samples } = decodeWav(writeWav(codes, { tag, bits: 8 }));
    const claimed = read(writeWav(codes, { tag, bits: 8, claims: { bits: 16, blockAlign: 2 } }));
    expect(claimed.samples).toEqual(Array.from(samples));
    expect(claimed.codes).toEqual(['wrong-bits', 'wrong-block-align']);
  });

  it.each(['RIFX', 'RF64', 'BW64'] as const)('the bits win in %s, too', (container) => {
    const claims = { blockAlign: 4, byteRate: 1 };
    const bytes = wav(claims, { container: container === 'BW64' ? 'RF64' : container });
    bytes.set(Buffer.from(container));
    const { samples, codes } = read(bytes);
    expect(samples).toEqual(IN_16_BITS);
    expect(codes).toEqual(['wrong-byte-rate', 'wrong-block-align']);
  });

  it('no word is said where a byte rate only follows the block align', () => {
    expect(read(wav({ blockAlign: 4, byteRate: 192_000 })).codes).toEqual(['wrong-block-align']);
  });

  it.each(['RIFF', 'RIFX', 'RF64'] as const)('no word is said of a good %s', (container) => {
    for (const extensible of [false, true]) {
      expect(read(wav({}, { container, extensible })).codes).toEqual([]);
    }
  });
});

describe('sizes that were never filled in', () => {
  const SIZES = [0, 0x7fffffff, 0xffffffff, 0x80000000, 0x7ffff000, 0x7fffffdb, 0xffffffd3];
  it.each(SIZES)('%d means the end of the file, with a word', (dataSize) => {
    for (const riffSize of [0, 8, 36, 0x7fffffff, 0xffffffff, undefined]) {
      for (const container of ['RIFF', 'RIFX'] as const) {
        const { samples, problems } = read(wav({ dataSize, riffSize }, { container }));
        expect(samples).toEqual(IN_16_BITS);
        expect(problems).toMatchObject([{ code: 'unfilled-size' }]);
        expect(problems[0].message).toContain(`got ${dataSize}: they are read to the end`);
      }
    }
  });

  it.each([0, 2 ** 63, 2 ** 64 - 2048])('as %d in ds64, too', (dataSize64) => {
    const { samples, codes } = read(wav({ dataSize64 }, { container: 'RF64' }));
    expect(samples).toEqual(IN_16_BITS);
    expect(codes).toEqual(['unfilled-size']);
  });

  it('a single byte may be all', () => {
    const one = writeWav([200], { bits: 8, claims: { dataSize: 0 } }).subarray(0, -1);
    expect(read(one)).toMatchObject({ samples: [72 / 128], codes: ['unfilled-size'] });
  });

  it('an RF64 without ds64 is read to its end', () => {
    const bytes = wav({ dataSize: 0xffffffff });
    bytes.set(Buffer.from('RF64'));
    expect(read(bytes)).toMatchObject({ samples: IN_16_BITS, codes: ['unfilled-size'] });
  });

  it('samples of no size are none where nothing but chunks is behind them', () => {
    const empty = join(writeWav([]), chunk('LIST', [1, 2, 3, 4]));
    expect(() => decodeWav(empty)).toThrow(expect.objectContaining({ code: 'empty-wav' }));
  });
});

describe('a file that is cut', () => {
  const cut = wav().subarray(0, -5);

  it('is refused unless an option says otherwise', () => {
    for (const decode of [decodeWav, readWavHeader, inspectWav]) {
      for (const options of [{}, { truncated: 'error' } as const]) {
        expect(() => decode(cut, options)).toThrow(
          expect.objectContaining({ code: 'truncated-wav' }),
        );
      }
    }
  });

  it('is read as far as it goes, with a word', () => {
    expect(read(cut, { truncated: 'read' })).toEqual({
      samples: IN_16_BITS.slice(0, 3),
      codes: ['truncated-wav'],
      problems: [
        {
          file: 'x.wav',
          code: 'truncated-wav',
          message: 'decodeWav: x.wav must have 12 bytes in its chunk "data", got 7',
        },
      ],
    });
  });

  it('is refused where its RIFF size was never filled in, and that of its samples was', () => {
    const bytes = wav({ riffSize: 0xffffffff }).subarray(0, -5);
    expect(() => decodeWav(bytes)).toThrow(expect.objectContaining({ code: 'truncated-wav' }));
  });

  it('is refused within its header, whatever the option', () => {
    for (const length of [11, 30, 43]) {
      expect(() => decodeWav(wav().subarray(0, length), { truncated: 'read' })).toThrow(
        expect.objectContaining({ code: 'truncated-wav' }),
      );
    }
  });

  it('takes no other word for the option', () => {
    expect(() => decodeWav(wav(), { truncated: 'ignore' as never })).toThrow(
      'decodeWav: `truncated` must be "error" or "read", got ignore',
    );
  });
});

describe('24 bits in four bytes', () => {
  const codes = [-8388608, -65537, -1, 0, 1, 256, 8388607];
  const expected = codes.map((code) => code / 8388608);
  const claims = { bits: 24, blockAlign: 4 };
  const options = { sampleRate: 16_000, bits: 32 };

  it.each(['RIFF', 'RIFX'] as const)('in the upper three: %s', (container) => {
    const upper = codes.map((code) => code * 256);
    const { samples, problems } = read(writeWav(upper, { ...options, claims, container }));
    expect(samples).toEqual(expected);
    expect(problems[0].message).toContain('got 24, left-justified');
  });

  it.each(['RIFF', 'RIFX'] as const)(
    'in the lower three, as arecord writes them: %s',
    (container) => {
      const { samples, problems } = read(writeWav(codes, { ...options, claims, container }));
      expect(samples).toEqual(expected);
      expect(problems[0].message).toContain('got 24, right-justified');
    },
  );

  it('as floats is refused', () => {
    const floats = codes.slice(0, 3).concat(1000, -2000, 3e5);
    const bytes = writeWav(floats, { ...options, tag: 3, claims });
    new DataView(bytes.buffer).setUint16(20, 1, true);
    expect(() => decodeWav(bytes)).toThrow('floats, as of Cool Edit: convert it with `ffmpeg');
  });

  it('in three, and the block align is wrong', () => {
    const bytes = writeWav(codes, { ...options, bits: 24, claims: { blockAlign: 4 } });
    expect(read(bytes)).toMatchObject({ samples: expected, codes: ['wrong-block-align'] });
  });
});

describe('what stands around the chunks', () => {
  const TAG = Uint8Array.from([...Buffer.from('ID3'), 4, 0, 0, 0, 0, 0, 3, 9, 9, 9]);
  const FOOTED = Uint8Array.from([...Buffer.from('ID3'), 4, 0, 16, 0, 0, 0, 1, 9]);

  it('ID3v2 tags before the file are skipped', () => {
    const footer = new Uint8Array(10);
    for (const tags of [[TAG], [TAG, TAG], [FOOTED, footer], [FOOTED, footer, TAG]]) {
      expect(read(join(...tags, wav()))).toMatchObject({ samples: IN_16_BITS, codes: [] });
    }
  });

  it('a file with a tag that is cut is refused', () => {
    expect(() => decodeWav(join(TAG, wav()).subarray(0, -1))).toThrow(
      expect.objectContaining({ code: 'truncated-wav' }),
    );
  });

  it('padding that is missing is seen', () => {
    const [riff, rest] = [wav().subarray(0, 12), wav().subarray(12)];
    const padded = join(riff, chunk('junk', [1, 2, 3]), Uint8Array.of(0), rest);
    expect(read(padded)).toMatchObject({ samples: IN_16_BITS, codes: [] });
    const bare = join(riff, chunk('junk', [1, 2, 3]), rest);
    expect(read(bare)).toMatchObject({ samples: IN_16_BITS, codes: ['missing-padding'] });
  });

  it('padding is there where a chunk fits behind it, whatever fits without', () => {
    // Without the padding, `xdat` is a chunk of 0x61 + 256 times the bytes of the samples.
    const [riff, rest] = [wav().subarray(0, 12), wav().subarray(12)];
    const format = rest.subarray(0, 24);
    const data = rest.subarray(24);
    const size = 0x61 + 256 * (data.length - 8);
    const filler = chunk(
      'LIST',
      Array.from({ length: size }, () => 0x80),
    );
    const padded = join(riff, format, chunk('junk', [1, 2, 3]), Buffer.from('x'), data, filler);
    expect(read(padded)).toMatchObject({ samples: IN_16_BITS, codes: [] });
  });

  it.each([
    ['bytes that are no chunk', Uint8Array.from({ length: 20 }, (_, i) => 0x80 + i)],
    ['a chunk that is cut', chunk('LIST', [1, 2, 3], 100)],
    ['as many bytes as a tag has', new Uint8Array(128).fill(0x80)],
    [
      'a tag of another length',
      Uint8Array.from([...Buffer.from('TAG'), ...new Uint8Array(124).fill(0x80)]),
    ],
  ])('a word is said of %s behind the samples', (_, behind) => {
    expect(read(join(wav(), behind))).toMatchObject({
      samples: IN_16_BITS,
      codes: ['trailing-bytes'],
    });
  });

  it.each([
    ['zeros', new Uint8Array(1000)],
    ['a few bytes', Uint8Array.of(1, 2, 3)],
    ['an ID3v1 tag', Uint8Array.from({ length: 128 }, (_, i) => 'TAG'.charCodeAt(i) || 0x80)],
    ['chunks', join(chunk('LIST', [1, 2]), chunk('id3 ', [3, 4]))],
    ['a second format', writeWav([1], { sampleRate: 8000 }).subarray(12, 36)],
  ])('no word is said of %s behind the samples', (_, behind) => {
    expect(read(join(wav(), behind))).toMatchObject({ samples: IN_16_BITS, codes: [] });
  });

  it('a second chunk of samples is refused, and never dropped', () => {
    for (const behind of [
      chunk('data', [1, 0, 2, 0]),
      join(chunk('LIST', [1, 2]), chunk('data', [1, 0])),
    ]) {
      expect(() => decodeWav(join(wav(), behind), { truncated: 'read' })).toThrow(
        expect.objectContaining({ code: 'malformed-wav' }),
      );
    }
    expect(() => decodeWav(join(wav(), chunk('data', [1, 0, 2, 0])), { name: 'x.wav' })).toThrow(
      'decodeWav: x.wav must have one chunk "data", got another of 4 bytes at byte 56',
    );
  });

  it('a second file is refused, and never dropped', () => {
    expect(() => decodeWav(join(wav(), wav()), { name: 'x.wav' })).toThrow(
      'decodeWav: x.wav must hold one recording, got another that begins at byte 56',
    );
  });

  it('an empty chunk of samples beside the one with them gets a word', () => {
    const [head, data] = [wav().subarray(0, 36), wav().subarray(36)];
    for (const bytes of [join(head, chunk('data', []), data), join(wav(), chunk('data', []))]) {
      expect(read(bytes)).toMatchObject({ samples: IN_16_BITS, codes: ['second-data'] });
    }
  });

  it.each(['wvpk', 'OggS'])('a compressed stream in PCM is refused: %s', (mark) => {
    const codes = new Int16Array(Uint8Array.from(Buffer.from(mark)).buffer);
    expect(() => decodeWav(writeWav(codes))).toThrow(
      expect.objectContaining({ code: 'unsupported-wav' }),
    );
  });
});

test('`inspectWav` lists what `decodeWav` tells', () => {
  const bytes = wav({ blockAlign: 4, dataSize: 0 });
  expect(inspectWav(bytes, { name: 'x.wav' }).problems).toEqual([
    expect.objectContaining({ file: 'x.wav', code: 'unfilled-size' }),
    expect.objectContaining({ file: 'x.wav', code: 'wrong-block-align' }),
  ]);
  expect(inspectWav(wav()).problems).toEqual([]);
});

test.each(Object.entries({ decodeWav, readWavHeader, inspectWav }))(
  '`%s` names an option that it does not know, and the one that was meant',
  (name, call) => {
    const wrong = { nane: 'x.wav' } as never;
    expect(() => call(wav(), wrong)).toThrow(
      expect.objectContaining({ code: 'bad-argument', message: expect.stringContaining('`name`') }),
    );
    expect(() => call(wav(), wrong)).toThrow(`${name}: \`options\` must hold none but name`);
    expect(() => call(wav(), null as never)).toThrow('`options` must be an object, got null');
  },
);
