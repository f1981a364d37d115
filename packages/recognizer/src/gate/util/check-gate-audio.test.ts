import { describe, expect, it } from 'vitest';
import { findSpeech } from '../find-speech.ts';

const audioOf = (value: unknown) => value as Parameters<typeof findSpeech>[0];
const samples = new Float32Array(4800);
const bad = new Float32Array(4800).fill(Number.NaN, 9);

describe('findSpeech', () => {
  it.each([
    ['bad-argument', samples, 'got a bare Float32Array without its rate'],
    ['bad-argument', undefined, 'got undefined'],
    ['bad-argument', null, 'got null'],
    ['bad-argument', 'a.wav', 'got a value of type string'],
    [
      'bad-argument',
      { samples: [0, 1], sampleRate: 48_000 },
      'samples of a Float32Array or Float64Array',
    ],
    [
      'bad-argument',
      { samples, sampleRate: 999 },
      '`audio.sampleRate` must be a number in [1000, 768000], got 999',
    ],
    ['bad-argument', { samples, sampleRate: 768_001 }, 'got 768001'],
    ['bad-argument', { samples }, 'got undefined'],
    ['bad-argument', { samples, sampleRate: '48000' }, 'got a value of type string'],
    ['bad-argument', { sampleRate: 48_000 }, 'got an object without them'],
    [
      'bad-audio',
      { samples: new Float32Array(0), sampleRate: 48_000 },
      '`audio.samples` must hold samples, got none',
    ],
    [
      'bad-audio',
      { samples: bad, sampleRate: 48_000 },
      '`audio.samples` must be finite, got NaN at 9',
    ],
  ])('refuses with %s: %o', (code, audio, text) => {
    expect(() => findSpeech(audioOf(audio))).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(`findSpeech: `) }),
    );
    expect(() => findSpeech(audioOf(audio))).toThrow(text);
  });

  it('hears at the ends of the range of rates', () => {
    expect(findSpeech({ samples, sampleRate: 1000 })).toEqual([]);
    expect(findSpeech({ samples, sampleRate: 768_000 })).toEqual([]);
  });
});
