import { seeded } from '@ser/testing';
import { expect, test } from 'vitest';
import { golden } from '../testing/golden.ts';
import { voice } from '../testing/voices.ts';
import { middle } from './middle.ts';

interface Middle {
  readonly signal: string;
  readonly seconds: number;
  readonly start: number;
  readonly length: number;
}

// From tools/parity/level_goldens.py.
test.each(golden<{ middles: Middle[] }>('level').middles)(
  '$seconds s of the voice $signal are where numpy finds them',
  ({ signal, seconds, start, length }) => {
    const samples = new Float32Array(72_000);
    samples.set(voice(signal).samples.subarray(0, 48_000), 24_000);
    expect(partOf(samples, 48_000, seconds)).toEqual([start, length]);
  },
);

/** Noise from one second to another, in seconds of silence. */
function spoken(from: number, to: number, seconds: number, rate: number): Float32Array {
  const random = seeded(2);
  const samples = new Float32Array(seconds * rate);
  for (let i = Math.round(from * rate); i < to * rate; i++) samples[i] = random() - 0.5;
  return samples;
}

/** The first sample of a part, and how many there are. */
function partOf(samples: Float32Array, sampleRate: number, seconds: number): number[] {
  const part = middle({ samples, sampleRate }, { seconds });
  expect(part.sampleRate).toBe(sampleRate);
  return [part.samples.byteOffset / 4, part.samples.length];
}

test.each([8000, 16_000, 44_100, 48_000])('at %d Hz it is the middle of the sound', (rate) => {
  const [start, length] = partOf(spoken(1, 4, 6, rate), rate, 1.5);
  expect(length).toBe(1.5 * rate);
  // Frames are 10 ms apart.
  expect(start / rate).toBeAllclose(2.5 - 0.75, { rtol: 0, atol: 0.01 });
});

test('what is 48 dB down is silence, and what is 42 dB down is not', () => {
  const faint = (db: number): number => {
    const samples = spoken(2, 4, 6, 16_000);
    samples.set(
      spoken(0, 2, 2, 16_000).map((value) => value * 10 ** (db / 20)),
      0,
    );
    return partOf(samples, 16_000, 0.5)[0] / 16_000;
  };
  // A frame at an edge is 3 dB quieter.
  expect(faint(-48)).toBeAllclose(2.75, { rtol: 0, atol: 0.02 });
  expect(faint(-42)).toBeAllclose(1.75, { rtol: 0, atol: 0.02 });
});

test('a sound that is shorter comes with what lies around it, as far as there is anything', () => {
  const samples = spoken(0.1, 0.5, 1, 16_000);
  const [start, length] = partOf(samples, 16_000, 0.8);
  expect(start).toBe(0);
  expect(length / 16_000).toBeAllclose(0.7, { rtol: 0, atol: 0.01 });
  expect(partOf(samples, 16_000, 9)).toEqual([0, 16_000]);
});

test('an odd number of samples is one less, and a fraction of one is two', () => {
  const samples = spoken(0, 1, 1, 16_000);
  expect(partOf(samples, 16_000, 101.9 / 16_000)[1]).toBe(100);
  expect(partOf(samples, 16_000, 1e-9)[1]).toBe(2);
});

test('of silence it is the middle', () => {
  expect(partOf(new Float32Array(16_000), 16_000, 0.5)).toEqual([4000, 8000]);
});

test('one sample is its own middle', () => {
  expect(partOf(Float32Array.of(0.5), 16_000, 1)).toEqual([0, 1]);
});
