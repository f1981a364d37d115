import { seeded } from '@ser/testing';
import { describe, expect, it } from 'vitest';
import { makeVoice } from '../testing/make-voice.ts';
import { writeWav } from '../testing/write-wav.ts';
import { decodeWav } from '../wav/decode-wav.ts';
import { isSameRecording } from './is-same-recording.ts';

const sampleRate = 16_000;
const voice48 = makeVoice(1, { sampleRate: 48_000 });
const voice = voice48.filter((_, i) => i % 3 === 0);
const original = { samples: voice, sampleRate };

const map = (change: (sample: number, i: number) => number): Float32Array =>
  Float32Array.from(voice, change);
const zeros = (seconds: number): number[] => new Array(Math.round(seconds * sampleRate)).fill(0);
const noise = seeded(5);
const wavOf = (codes: Float32Array, options: Parameters<typeof writeWav>[1]) =>
  decodeWav(writeWav(codes, { sampleRate, ...options }));

describe('isSameRecording', () => {
  it.each<[string, { samples: Float32Array; sampleRate: number }]>([
    ['itself', original],
    ['a sample more at its start', { sampleRate, samples: Float32Array.from([0, ...voice]) }],
    ['a sample less', { sampleRate, samples: voice.subarray(1) }],
    [
      'a second of silence before it',
      { sampleRate, samples: Float32Array.from([...zeros(1), ...voice]) },
    ],
    ['its silences cut', { sampleRate, samples: voice.subarray(4700, -4700) }],
    [
      'its first syllables cut',
      { sampleRate, samples: voice.subarray(Math.floor(voice.length / 5)) },
    ],
    ['its last syllables cut', { sampleRate, samples: voice.subarray(0, -voice.length / 5) }],
    ['a tenth of its gain', { sampleRate, samples: map((x) => x / 10) }],
    ['the other polarity', { sampleRate, samples: map((x) => -x) }],
    ['an offset', { sampleRate, samples: map((x) => x + 0.2) }],
    ['noise 20 dB quieter', { sampleRate, samples: map((x) => x + 0.02 * (noise() - 0.5)) }],
    [
      '8 bits',
      wavOf(
        map((x) => 128 + 127 * x),
        { bits: 8 },
      ),
    ],
    [
      'two channels',
      wavOf(
        Float32Array.from({ length: 2 * voice.length }, (_, i) => 32767 * voice[i >> 1]),
        { channels: 2 },
      ),
    ],
    ['another rate', { samples: voice48, sampleRate: 48_000 }],
  ])('is true of a sound and %s', (_, copy) => {
    expect(isSameRecording(original, copy)).toBe(true);
    expect(isSameRecording(copy, original)).toBe(true);
  });

  it.each<[string, Float32Array]>([
    ['30 ms', voice.subarray(8000, 8480)],
    ['0.1 s', voice.subarray(8000, 9600)],
    ['0.3 s', voice.subarray(8000, 12_800)],
    ['a tone', Float32Array.from({ length: 16_000 }, (_, i) => 0.3 * Math.sin(0.2 * i))],
    ['noise', Float32Array.from({ length: 16_000 }, () => noise() - 0.5)],
    ['a click', Float32Array.from({ length: 16_000 }, (_, i) => (i === 9000 ? 0.9 : 0))],
  ])('is true of %s and the same at half the gain', (_, samples) => {
    const half = samples.map((x) => x / 2);
    expect(isSameRecording({ samples, sampleRate }, { samples: half, sampleRate })).toBe(true);
  });

  it('is false of two noises, long or short', () => {
    const burst = (length: number) => ({
      samples: Float32Array.from({ length }, () => noise() - 0.5),
      sampleRate,
    });
    expect(isSameRecording(burst(16_000), burst(16_000))).toBe(false);
    expect(isSameRecording(burst(1600), burst(1600))).toBe(false);
  });

  it('is false of two takes of the same words', () => {
    for (let take = 1; take <= 20; take++) {
      expect(isSameRecording(original, { samples: makeVoice(1, { take }), sampleRate })).toBe(
        false,
      );
    }
  });

  it('is false of two vowels at nearly one pitch', () => {
    const vowel = (pitch: number, seconds: number) => ({
      samples: Float32Array.from({ length: seconds * sampleRate }, (_, i) => {
        const angle = (2 * Math.PI * pitch * i) / sampleRate;
        return 0.1 * (Math.sin(angle) + Math.sin(2 * angle) + Math.sin(3 * angle));
      }),
      sampleRate,
    });
    expect(isSameRecording(vowel(200, 2), vowel(201, 2))).toBe(false);
    expect(isSameRecording(vowel(200, 0.4), vowel(203, 0.4))).toBe(false);
  });

  it.each([
    [200, 200.5, 0.2],
    [200, 201, 0.2],
    [200, 200.5, 1],
    [200, 201, 1],
    [200, 202, 1],
    [200, 202, 2],
    [200, 202, 3.5],
    [440, 441, 1],
    [1000, 1002, 1],
    [3000, 3002, 1],
  ])('is false of a tone of %d Hz and one of %d Hz, %d s long', (first, second, seconds) => {
    const tone = (hertz: number) => ({
      samples: Float32Array.from(
        { length: seconds * sampleRate },
        (_, i) => 0.3 * Math.sin((2 * Math.PI * hertz * i) / sampleRate),
      ),
      sampleRate,
    });
    expect(isSameRecording(tone(first), tone(second))).toBe(false);
  });

  it.each([150, 1000, 3000])('is true of a tone of %d Hz and its copy in noise, moved', (hertz) => {
    const tone = (delay: number, loudness: number) => ({
      samples: Float32Array.from(
        { length: 3 * sampleRate },
        (_, i) =>
          0.3 * Math.sin((2 * Math.PI * hertz * (i + delay)) / sampleRate) +
          loudness * (noise() - 0.5),
      ),
      sampleRate,
    });
    expect(isSameRecording(tone(0, 0), tone(0.37, 0.02))).toBe(true);
  });

  it('is false of two noises, and of two voices, in which one click stands', () => {
    const withClick = (sound: Float32Array, height: number) => ({
      samples: sound.map((x, i) => (i === 9000 ? height : x)),
      sampleRate,
    });
    const hiss = () => Float32Array.from({ length: 48_000 }, () => 0.0005 * (noise() - 0.5));
    expect(isSameRecording(withClick(hiss(), 0.5), withClick(hiss(), 0.5))).toBe(false);
    const quiet = (seed: number) => makeVoice(seed).map((x) => 0.01 * x);
    expect(isSameRecording(withClick(quiet(1), 0.9), withClick(quiet(2), 0.9))).toBe(false);
    expect(isSameRecording(withClick(quiet(1), 0.9), withClick(quiet(1), 0.9))).toBe(true);
  });

  it('is false of two sounds that share an offset, and of two that share hum', () => {
    const other = makeVoice(2);
    const both = (change: (i: number) => number): boolean =>
      isSameRecording(
        { samples: map((x, i) => x + change(i)), sampleRate },
        { samples: other.map((x, i) => x + change(i)), sampleRate },
      );
    expect(both(() => 0.5)).toBe(false);
    expect(both((i) => 0.2 * Math.sin((2 * Math.PI * 50 * i) / sampleRate))).toBe(false);
  });

  it('is false of two recordings that begin with one beep', () => {
    const withBeep = (sound: Float32Array) => ({
      samples: Float32Array.from([
        ...Array.from({ length: 3200 }, (_, i) => 0.4 * Math.sin(i * 0.4)),
        ...sound,
      ]),
      sampleRate,
    });
    expect(isSameRecording(withBeep(voice), withBeep(makeVoice(2)))).toBe(false);
  });

  it.each<[string, Float32Array, number]>([
    ['digital silence', new Float32Array(16_000), sampleRate],
    ['a constant', new Float32Array(16_000).fill(0.3), 44_100],
    ['no samples', new Float32Array(0), sampleRate],
    ['a few samples', voice.subarray(5000, 5100), sampleRate],
    ['samples that are no numbers', map((x, i) => (i === 9000 ? Number.NaN : x)), sampleRate],
    ['a rate of 1 Hz', voice, 1],
    ['a rate beyond every card', voice, 4e9],
  ])('is false of %s and itself', (_, samples, rate) => {
    expect(isSameRecording({ samples, sampleRate: rate }, { samples, sampleRate: rate })).toBe(
      false,
    );
  });
});
