import { describe, expect, it } from 'vitest';
import { CorpusError } from '../corpus-error.ts';
import type { Problem } from '../problem.ts';
import { AUDIO_CASES, audioCase } from '../testing/audio-goldens.ts';
import { writeWav } from '../testing/write-wav.ts';
import { decodeWav } from '../wav/decode-wav.ts';
import { decodeAudio } from './decode-audio.ts';

/** Lossy decoders add in another order than libsndfile's and FFmpeg's. */
const ATOL = 2e-7;
/** The samples of a frame of AAC, which its decoder withholds at the start. */
const AAC_FRAME = 1024;
const LOW_RATE_AAC = 'aac in adts of 16 kHz';

const failureOf = async (bytes: Uint8Array, name = 'a.x'): Promise<unknown> =>
  decodeAudio(bytes, { name }).catch((error: unknown) => error);

describe('a whole file', () => {
  it.each(AUDIO_CASES.filter(({ name }) => name !== LOW_RATE_AAC))(
    'of $name equals the reference',
    async ({ name, bytes, frames, sampleRate, samples }) => {
      const audio = await decodeAudio(bytes);
      expect(audio.sampleRate).toBe(sampleRate);
      const isBare = name === 'aac in adts';
      // Without a container, delay and padding stay. In M4A the reference keeps the padding.
      const start = isBare ? AAC_FRAME : 0;
      expect(audio.samples).toHaveLength(isBare ? samples.length - AAC_FRAME : frames);
      const expected = samples.subarray(start, start + audio.samples.length);
      expect(audio.samples).toBeAllclose(expected, { rtol: 0, atol: ATOL });
    },
  );

  it.each(['flac of 16 bits', 'flac of 24 bits, stereo', 'alac in m4a'])(
    'of %s equals it bit for bit',
    async (name) => {
      const { bytes, samples } = audioCase(name);
      expect((await decodeAudio(bytes)).samples).toEqual(samples);
    },
  );

  it('of bare AAC below 24 kHz comes at twice its rate', async () => {
    const { bytes, samples } = audioCase(LOW_RATE_AAC);
    const audio = await decodeAudio(bytes);
    expect(audio.sampleRate).toBe(32_000);
    expect(audio.samples).toHaveLength(2 * (samples.length - AAC_FRAME));
  });

  it.each(AUDIO_CASES)('of $name may be a part of a larger buffer', async ({ bytes }) => {
    const larger = new Uint8Array(bytes.length + 200).fill(255);
    larger.set(bytes, 100);
    const part = larger.subarray(100, 100 + bytes.length);
    expect(await decodeAudio(part)).toEqual(await decodeAudio(bytes));
  });

  it('has samples of its own', async () => {
    const { bytes } = audioCase('mp3');
    const first = await decodeAudio(bytes);
    const copy = first.samples.slice();
    await Promise.all(AUDIO_CASES.map((each) => decodeAudio(each.bytes)));
    expect(first.samples).toEqual(copy);
    expect(first.samples.byteLength).toBe(first.samples.buffer.byteLength);
  });

  it('of WAV is what decodeWav reads, with its problems and errors', async () => {
    const wav = writeWav([1, -2, 3, 4], { channels: 2 });
    expect(await decodeAudio(wav)).toEqual(decodeWav(wav));
    const cut = wav.subarray(0, -2);
    await expect(decodeAudio(cut, { name: 'a.wav' })).rejects.toMatchObject({
      code: 'truncated-wav',
      message: expect.stringContaining('a.wav'),
    });
    const problems: Problem[] = [];
    const options = {
      truncated: 'read',
      onProblem: (each: Problem) => problems.push(each),
    } as const;
    expect(await decodeAudio(cut, options)).toEqual(decodeWav(cut, { truncated: 'read' }));
    expect(problems).toMatchObject([{ code: 'truncated-wav' }]);
  });

  it.each(AUDIO_CASES)(
    'of $name may have an ID3 tag before it, or zeros behind',
    async ({ name, bytes }) => {
      const expected = await decodeAudio(bytes);
      expect(await decodeAudio(Buffer.concat([bytes, new Uint8Array(999)]))).toEqual(expected);
      if (!/mp3|flac|adts/.test(name)) return;
      const tag = Uint8Array.from([
        ...Buffer.from('ID3'),
        4,
        0,
        0,
        0,
        0,
        0,
        20,
        ...new Uint8Array(20),
      ]);
      expect(await decodeAudio(Buffer.concat([tag, bytes]))).toEqual(expected);
    },
  );
});

describe('a damaged file', () => {
  it.each(
    AUDIO_CASES.flatMap(({ name, bytes }) =>
      [0.1, 0.5, 0.9, 1].map((share) => ({
        name,
        share,
        bytes: bytes.subarray(0, Math.min(bytes.length - 1, Math.round(bytes.length * share))),
      })),
    ),
  )('of $name, cut at $share of it, is the typed error', async ({ bytes }) => {
    const error = await failureOf(bytes);
    expect(error).toBeInstanceOf(CorpusError);
    expect(error).toMatchObject({ code: 'unreadable-audio', file: 'a.x' });
    expect(String(error)).toMatch(/^CorpusError: decodeAudio: a\.x must be (an?|a WAV) /);
  });

  it.each([
    ['flac of 24 bits, stereo', 1, 'a FLAC file that is whole, got 4096 of 5292 samples'],
    ['mp3', 1, 'an MP3 file that is whole, got 1775 of 1920 samples'],
    ['vorbis', 1, 'an Ogg file that is whole, got a file that is cut'],
    ['aac in m4a', 1, 'an M4A file that is whole, got a file that is cut'],
    ['aac in adts', 1, 'an AAC file that is whole, got a file that is cut'],
  ])('of %s says what is missing', async (name, bytesLess, message) => {
    const { bytes } = audioCase(name);
    expect(await failureOf(bytes.subarray(0, -bytesLess))).toMatchObject({
      message: expect.stringContaining(`decodeAudio: a.x must be ${message}`),
    });
  });

  it.each(['flac of 16 bits', 'vorbis, stereo', 'opus', 'opus of FFmpeg, stereo'])(
    'of %s is found by its checksums, wherever a byte is wrong in its sound',
    async (name) => {
      const { bytes } = audioCase(name);
      for (const share of [0.75, 0.85, 0.99]) {
        const wrong = bytes.slice();
        wrong[Math.floor(share * (bytes.length - 1))] ^= 0x55;
        expect(await failureOf(wrong)).toMatchObject({ code: 'unreadable-audio' });
      }
    },
  );

  it('is read as far as it goes where that is asked for, and told of', async () => {
    for (const name of ['flac of 24 bits, stereo', 'mp3 of FFmpeg, stereo', 'aac in adts']) {
      const { bytes } = audioCase(name);
      const whole = await decodeAudio(bytes);
      const problems: Problem[] = [];
      const audio = await decodeAudio(bytes.subarray(0, -1), {
        truncated: 'read',
        name: 'a.x',
        onProblem: (problem) => problems.push(problem),
      });
      expect(audio.samples.length).toBeGreaterThan(0);
      expect(audio.samples.length).toBeLessThan(whole.samples.length);
      expect(problems).toMatchObject([{ code: 'unreadable-audio', file: 'a.x' }]);
    }
  });

  it('that gives nothing is an error all the same', async () => {
    const { bytes } = audioCase('vorbis');
    const cut = bytes.subarray(0, 100);
    await expect(decodeAudio(cut, { truncated: 'read' })).rejects.toMatchObject({
      code: 'unreadable-audio',
    });
  });

  it('ends, and takes no memory that is not there, with any bytes changed', async () => {
    let seed = 20_261_126;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    for (const { bytes } of AUDIO_CASES) {
      for (let i = 0; i < 12; i++) {
        const wrong = bytes.slice();
        for (let j = 0; j < 8; j++) wrong[random(j < 4 ? 200 : wrong.length)] = random(256);
        const outcome = await decodeAudio(wrong).then(
          ({ samples }) => samples.length,
          (error: unknown) => (CorpusError.isInstance(error) ? 0 : String(error)),
        );
        expect(outcome).toEqual(expect.any(Number));
        expect(outcome).toBeLessThan(1e6);
      }
    }
  });
});

describe('what is no sound that is read', () => {
  it.each([
    [
      'a web page',
      '<!doctype html><title>x</title>',
      /must be a WAV, FLAC, MP3, Ogg, M4A or AAC file, got a web page/,
    ],
    ['Speex', `OggS${'\0'.repeat(22)}\u0001\u0050Speex   ${'\0'.repeat(72)}`, /got an Ogg file/],
    [
      'AIFF',
      'FORM\0\0\0\0AIFFCOMM',
      /got an AIFF file \(convert it with `ffmpeg -i in\.aiff out\.wav`\)/,
    ],
    ['nothing', '', /got no bytes at all/],
  ])('%s is told for what it is', async (_, text, message) => {
    const error = await failureOf(Buffer.from(text, 'latin1'));
    expect(error).toMatchObject({
      code: 'unreadable-audio',
      message: expect.stringMatching(message),
    });
  });

  it('bytes that are none are refused', async () => {
    for (const bytes of [undefined, 'a.mp3', new ArrayBuffer(5)]) {
      expect(await failureOf(bytes as never)).toMatchObject({ code: 'bad-argument' });
    }
  });
});
