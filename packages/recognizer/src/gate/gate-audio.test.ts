import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { syllables } from '../testing/sounds.ts';
import { bufferOf, toWav } from '../testing/speak.ts';
import { findSpeech } from './find-speech.ts';
import { hasSpeech } from './has-speech.ts';

const audioOf = (value: unknown) => value as Parameters<typeof findSpeech>[0];
const samples = new Float32Array(4800);
const bad = new Float32Array(4800).fill(Number.NaN, 9);

describe('findSpeech', () => {
  it.each([
    ['bad-argument', samples, 'got Float32Array; the samples need their rate'],
    ['bad-argument', undefined, 'got undefined'],
    ['bad-argument', null, 'got null'],
    ['bad-argument', 'a.wav', "got 'a.wav'; read the file"],
    [
      'bad-argument',
      { samples: [0, 1], sampleRate: 48_000 },
      '`audio.samples` must be a Float32Array or Float64Array, got Array; convert it',
    ],
    [
      'bad-argument',
      { samples, sampleRate: 999 },
      '`audio.sampleRate` must be a number of Hz in [1000, 768000], got 999',
    ],
    ['bad-argument', { samples, sampleRate: 768_001 }, 'got 768001'],
    ['bad-argument', { samples }, 'got undefined'],
    ['bad-argument', { samples, sampleRate: '48000' }, "got '48000'"],
    [
      'bad-argument',
      { sampleRate: 48_000 },
      '{ samples, sampleRate }, an AudioBuffer, or the bytes of a WAV file, got Object',
    ],
    [
      'bad-audio',
      { samples: new Float32Array(0), sampleRate: 48_000 },
      '`audio` must hold samples, got none',
    ],
    [
      'bad-audio',
      { samples: bad, sampleRate: 48_000 },
      '`audio.samples` must be finite, got NaN at index 9',
    ],
  ])('refuses with %s: %o', (code, audio, text) => {
    expect(() => findSpeech(audioOf(audio))).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(`findSpeech: `) }),
    );
    expect(() => findSpeech(audioOf(audio))).toThrow(text);
  });

  it('refuses whole numbers with the remedy', () => {
    const audio = audioOf({ samples: new Int16Array(4800), sampleRate: 48_000 });
    expect(() => findSpeech(audio)).toThrow('got Int16Array; divide by 32768');
  });

  it('refuses a buffer of several channels', () => {
    const { samples, sampleRate } = syllables();
    expect(() =>
      findSpeech(bufferOf([samples as Float32Array, samples as Float32Array], sampleRate)),
    ).toThrow(expect.objectContaining({ code: 'stereo' }));
  });

  it.each([findSpeech, hasSpeech])('takes what `recognize` takes: %o', (find) => {
    const { samples, sampleRate } = syllables();
    const floats = Float32Array.from(samples);
    const expected = find({ samples, sampleRate });
    expect(find(bufferOf([floats], sampleRate))).toEqual(expected);
    expect(Boolean(find(toWav([floats], sampleRate)))).toBe(true);
  });

  it('takes samples of another frame', () => {
    const { samples, sampleRate } = syllables();
    const foreign: Float32Array = runInNewContext(`new Float32Array(${samples.length})`);
    foreign.set(samples);
    expect(foreign).not.toBeInstanceOf(Float32Array);
    expect(findSpeech({ samples: foreign, sampleRate })).toEqual(
      findSpeech({ samples, sampleRate }),
    );
  });

  it('hears at the ends of the range of rates', () => {
    expect(findSpeech({ samples, sampleRate: 1000 })).toEqual([]);
    expect(findSpeech({ samples, sampleRate: 768_000 })).toEqual([]);
  });
});
