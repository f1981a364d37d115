import { seeded } from '@ser/testing';
import { describe, expect, test, vi } from 'vitest';
import type { Samples } from '../samples.ts';
import { Frames } from '../util/frames.ts';
import type { PadMode } from '../util/pad-source.ts';
import { plainFft } from './fft/plain-fft.ts';
import { writeMagnitudes, writeSpectra } from './frame-spectra.ts';

// To the last bit; only the sign of a zero is not looked at.
const EXACT = { rtol: 0, atol: 0 };

const random = seeded(5);
const samples = Float32Array.from({ length: 40_000 }, () => random() - 0.5);

interface Case {
  size: number;
  hop: number;
  length: number;
  center?: boolean;
  padMode?: PadMode;
}

function expectPlain(
  values: Samples,
  { size, hop, center = true, padMode = 'constant' }: Case,
): void {
  const layout = { hopLength: hop, center, padMode };
  const signal = new Frames('f', values, size, layout);
  const window = Float64Array.from({ length: size }, random);
  const fft = plainFft(size);
  const { bins, spectrum } = fft;
  const { count } = signal;
  const [real, imaginary, magnitudes] = [0, 0, 0].map(() => new Float32Array(bins * count));
  for (let t = 0; t < count; t++) {
    signal.seekFrame(t);
    fft.load(signal.values, signal.start, window);
    fft.forward();
    fft.magnitudes(magnitudes, t * bins);
    for (let f = 0; f < bins; f++) {
      real[f * count + t] = spectrum[2 * f];
      imaginary[f * count + t] = spectrum[2 * f + 1];
    }
  }
  const ours = [0, 0, 0].map(() => new Float32Array(bins * count));
  writeSpectra(signal, window, ours[0], ours[1]);
  writeMagnitudes(signal, window, ours[2]);
  expect(ours[0]).toBeAllclose(real, EXACT);
  expect(ours[1]).toBeAllclose(imaginary, EXACT);
  expect(ours[2]).toBeAllclose(magnitudes, EXACT);
}

const cases: Case[] = [
  // Lengths of each kind: powers of two, small factors, odd ones, chirps.
  ...[32, 64, 400, 36, 50, 45, 225, 37, 511, 62].map((size) => ({ size, hop: 20, length: 500 })),
  // Short ones, of which the shortest are not for the kernels.
  ...[2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 22, 30].map((size) => ({ size, hop: 3, length: 50 })),
  { size: 1, hop: 1, length: 5 },
  // One frame, two, and three, and gaps between frames.
  { size: 400, hop: 160, length: 100 },
  { size: 400, hop: 160, length: 160 },
  { size: 45, hop: 50, length: 101 },
  { size: 64, hop: 300, length: 1000 },
  { size: 64, hop: 5000, length: 64, center: false },
  { size: 34, hop: 2 ** 21, length: 2 ** 21 + 7 },
  // More values than the kernels have at a time, an odd count of frames and an even one.
  { size: 4096, hop: 50, length: 30_000 },
  { size: 4095, hop: 50, length: 30_050 },
  { size: 2000, hop: 1, length: 1501 },
];

describe.each(cases)('frames of $size every $hop of $length samples', (each) => {
  test.each([Float32Array, Float64Array])('have the spectra of JavaScript, of %o', (Type) => {
    const values = Float32Array.from(
      { length: each.length },
      (_, i) => samples[i % samples.length],
    );
    expectPlain(new Type(values), each);
  });
});

test.each(['edge', 'reflect', 'symmetric'] as const)(
  'padding by %s is that of a frame',
  (padMode) => {
    for (const length of [3, 70, 500]) {
      expectPlain(samples.subarray(0, length), { size: 60, hop: 13, length, padMode });
    }
  },
);

test('frames that are not centred are those of the samples', () => {
  expectPlain(samples.subarray(0, 997), { size: 400, hop: 160, length: 997, center: false });
});

test.each([100_000, 100_001])('one frame of %i fits into a memory that is new', async (size) => {
  const layout = { hopLength: 9, center: true, padMode: 'edge' } as const;
  const window = new Float64Array(size).fill(1);
  const bins = Math.floor(size / 2) + 1;
  const [magnitudes, real, imaginary] = [0, 0, 0].map(() => new Float32Array(bins));
  const one = () => new Frames('f', Float32Array.of(0.5), size, layout);
  vi.resetModules();
  (await import('./frame-spectra.ts')).writeMagnitudes(one(), window, magnitudes);
  vi.resetModules();
  (await import('./frame-spectra.ts')).writeSpectra(one(), window, real, imaginary);
  expect([magnitudes[0], real[0]]).toEqual([size / 2, size / 2]);
});
