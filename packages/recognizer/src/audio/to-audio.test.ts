import { decodeWav } from '@ser/corpus';
import { describe, expect, it } from 'vitest';
import type { RecognizerErrorCode } from '../recognizer-error.ts';
import { bufferOf, speak, toWav } from '../testing/speak.ts';
import { toAnyLength, toAudio } from './to-audio.ts';

const { samples, sampleRate } = speak({ seconds: 0.3 });
const wav = toWav([samples], sampleRate);
const ascii = (text: string) => new TextEncoder().encode(text.padEnd(200, '0'));
const refused = (code: RecognizerErrorCode, ...texts: string[]) =>
  expect.objectContaining({
    name: 'RecognizerError',
    code,
    message: expect.stringMatching(
      new RegExp(
        ['recognize: ', ...texts]
          .map((text) => `(?=.*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')})`)
          .join(''),
      ),
    ),
  });

describe('takes', () => {
  it.each<[string, unknown]>([
    ['samples with their rate', { samples, sampleRate }],
    ['doubles', { samples: Float64Array.from(samples), sampleRate }],
    ['an AudioBuffer of one channel', bufferOf([samples], sampleRate)],
  ])('%s', (_, input) => {
    const audio = toAudio('recognize', 'audio', input);
    expect(audio.sampleRate).toBe(sampleRate);
    expect(Float32Array.from(audio.samples)).toEqual(samples);
  });

  it('samples without a copy', () => {
    expect(toAudio('recognize', 'audio', { samples, sampleRate }).samples).toBe(samples);
  });

  it.each<[string, unknown]>([
    ['a Uint8Array', wav],
    ['a Buffer of Node', Buffer.from(wav)],
    ['an ArrayBuffer', wav.slice().buffer],
    ['a part of a longer array', Uint8Array.of(0, 0, ...wav).subarray(2)],
  ])('the bytes of a WAV in %s', (_, input) => {
    expect(toAudio('recognize', 'audio', input)).toEqual(decodeWav(wav));
  });

  it('a WAV of several channels, which are averaged', () => {
    const silent = new Float32Array(samples.length);
    const halves = decodeWav(wav).samples.map((sample) => sample / 2);
    const stereo = toWav([samples, silent], sampleRate);
    expect(toAudio('recognize', 'audio', stereo).samples).toEqual(halves);
  });

  it.each([4000, 768_000])('a rate of %i Hz', (rate) => {
    const audio = { samples: new Float32Array(rate / 4), sampleRate: rate };
    expect(toAudio('recognize', 'audio', audio)).toEqual(audio);
  });
});

describe('refuses', () => {
  const nan = samples.slice();
  nan[77] = Number.NaN;
  const half = { samples: samples.subarray(0, 160), sampleRate };

  it.each<[string, unknown, RecognizerErrorCode, ...string[]]>([
    ['NaN', { samples: nan, sampleRate }, 'bad-audio', 'audio.samples', 'got NaN at index 77'],
    ['infinity', { samples: Float64Array.of(1 / 0), sampleRate }, 'bad-audio', 'got Infinity'],
    [
      'more than 1e31',
      { samples: Float64Array.of(0, -2e31), sampleRate },
      'bad-audio',
      'within ±1e+31, where full scale is ±1',
      'got -2e+31 at index 1',
    ],
    ['no samples', { samples: new Float32Array(), sampleRate }, 'bad-audio', 'got none'],
    ['10 ms', half, 'too-short', 'at least 0.25 s long', 'got 0.01'],
    ['a WAV of 10 ms', toWav([half.samples], sampleRate), 'too-short', 'got 0.01'],
    [
      'stereo',
      bufferOf([samples, samples], sampleRate),
      'stereo',
      'must have one channel, got 2',
      'toMono(buffer)',
    ],
    ['bare samples', samples, 'bad-argument', 'got Float32Array', '{ samples, sampleRate }'],
    ['bare doubles', Float64Array.of(1), 'bad-argument', '{ samples, sampleRate }'],
    [
      'a bare list',
      [0.1, 0.2],
      'bad-argument',
      'got Array',
      '{ samples: Float32Array, sampleRate }',
    ],
    ['bare integers', Int16Array.of(1), 'bad-argument', 'got Int16Array', 'their rate'],
    [
      'samples in a list',
      { samples: [0.1], sampleRate },
      'bad-argument',
      'got Array',
      'Float32Array.from(samples)',
    ],
    [
      'whole numbers',
      { samples: new Int16Array(9000), sampleRate },
      'bad-argument',
      'got Int16Array',
      'divide by 32768',
    ],
    ['samples without a rate', { samples }, 'bad-argument', 'audio.sampleRate', 'got undefined'],
    ['a rate below', { samples, sampleRate: 3999 }, 'bad-argument', '[4000, 768000]', 'got 3999'],
    ['a rate above', { samples, sampleRate: 768_001 }, 'bad-argument', 'got 768001'],
    ['a rate of NaN', { samples, sampleRate: Number.NaN }, 'bad-argument', 'got NaN'],
    ['a rate in a text', { samples, sampleRate: '16000' }, 'bad-argument', "got '16000'"],
    [
      'an MP3',
      ascii('ID3\u0003\0\0\0\0\u007f\u007f'),
      'bad-audio',
      'an MP3 file',
      'decodeAudioData',
    ],
    [
      'an Ogg file',
      ascii('OggS'),
      'bad-audio',
      '`audio`: ',
      'an Ogg file',
      'ffmpeg',
      'decodeAudioData',
    ],
    ['a FLAC file', ascii('fLaC'), 'bad-audio', 'a FLAC file'],
    ['a web page', ascii('<!doctype html>'), 'bad-audio', 'a web page'],
    ['no bytes', new Uint8Array(), 'bad-audio', 'no bytes at all'],
    ['a WAV that is cut', wav.subarray(0, 500), 'bad-audio', 'decodeWav'],
    ['a path', 'voice.wav', 'bad-argument', "got 'voice.wav'", 'read the file'],
    ['an address', new URL('file:///a.wav'), 'bad-argument', 'fetch it'],
    ['a Blob', new Blob([]), 'bad-argument', 'got Blob', 'await blob.arrayBuffer()'],
    ['a File', new File([], 'a'), 'bad-argument', 'got File', 'await file.arrayBuffer()'],
    ['a Response', new Response(), 'bad-argument', 'await response.arrayBuffer()'],
    ['a promise', Promise.resolve(wav), 'bad-argument', 'got Promise', 'await it'],
    ['a DataView', new DataView(new ArrayBuffer(8)), 'bad-argument', 'a WAV file, got DataView'],
    ['a SharedArrayBuffer', new SharedArrayBuffer(8), 'bad-argument', 'slice()'],
    ['null', null, 'bad-argument', 'got null'],
    ['undefined', undefined, 'bad-argument', 'got undefined'],
    ['a function', () => samples, 'bad-argument', 'got Function'],
  ])('%s', (_, input, code, ...texts) => {
    expect(() => toAudio('recognize', 'audio', input)).toThrow(refused(code, ...texts));
  });

  it('with the cause, where another package found it', () => {
    const cause = expect.objectContaining({ name: 'CorpusError', code: 'not-wav' });
    expect(() => toAudio('recognize', 'audio', ascii('fLaC'))).toThrow(
      expect.objectContaining({ cause }),
    );
  });

  it('a sound one sample below a quarter of a second', () => {
    const of = (size: number) => ({ samples: new Float32Array(size), sampleRate: 8000 });
    expect(() => toAudio('recognize', 'audio', of(1999))).toThrow(refused('too-short'));
    expect(() => toAudio('recognize', 'audio', of(2000))).not.toThrow();
  });
});

it('does not round what is too short up to what is long enough', () => {
  const audio = { samples: new Float32Array(99_999), sampleRate: 400_000 };
  expect(() => toAudio('recognize', 'audio', audio)).toThrow(/got 0\.2499$/);
});

it('takes a piece of a sound of any length', () => {
  for (const piece of [new Float32Array(), Float32Array.of(0.5)]) {
    expect(toAnyLength('windows', 'audio', { samples: piece, sampleRate }).samples).toBe(piece);
  }
});

it('takes no bytes for a piece, since those of a file are no sound in pieces', () => {
  for (const bytes of [wav, Buffer.from(wav), wav.buffer]) {
    expect(() => toAnyLength('windows', 'audio', bytes)).toThrow(
      expect.objectContaining({
        code: 'bad-argument',
        message: expect.stringMatching(
          /^windows: .*got bytes; .*`decodeWavStream` of @ser\/corpus/,
        ),
      }),
    );
  }
});

it('takes samples as large as float32 has 1e31', () => {
  const loud = new Float32Array(4000).fill(9.99e30);
  expect(toAudio('recognize', 'audio', { samples: loud, sampleRate }).samples).toBe(loud);
});
