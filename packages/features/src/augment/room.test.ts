import { seeded } from '@ser/testing';
import { expect, test } from 'vitest';
import { type RoomOptions, room } from './room.ts';
import { normals } from './util/normals.ts';

const sampleRate = 8000;

/** The impulse response of a room, as long as asked for. */
function response(options: Omit<RoomOptions, 'random'>, length = 8000, seed = 6): Float32Array {
  const samples = new Float32Array(length);
  samples[0] = 1;
  const audio = room({ samples, sampleRate }, { random: seeded(seed), ...options });
  expect(audio.sampleRate).toBe(sampleRate);
  expect(audio.samples.length).toBe(length);
  return audio.samples as Float32Array;
}

const energy = (values: Float32Array): number =>
  values.reduce((sum, value) => sum + value * value, 0);
const decibels = (ratio: number): number => 10 * Math.log10(ratio);

test('the direct sound comes first, as loud as it was', () => {
  expect(response({ rt60: 0.5 })[0]).toBeAllclose(1, { rtol: 0, atol: 1e-6 });
});

test.each([-3, 0, 10])('the echo is %d dB below the direct sound', (drrDb) => {
  const echo = response({ rt60: 0.5, drrDb }).subarray(1);
  expect(decibels(1 / energy(echo))).toBeAllclose(drrDb, { rtol: 0, atol: 1e-4 });
});

test('it is as loud as the direct sound by default', () => {
  expect(response({ rt60: 0.5 })).toEqual(response({ rt60: 0.5, drrDb: 0 }));
});

test('the echo is noise that falls by 60 dB in that time, then ends', () => {
  const echo = response({ rt60: 0.5 });
  const expected = normals(4000, seeded(6)).map(
    (value, t) => value * 10 ** ((-3 * (t + 1)) / 4000),
  );
  const scale = echo[1] / expected[0];
  // Float32, and transforms whose rounding errors are 1e-16 of the direct sound.
  expect(echo.subarray(1, 4001)).toBeAllclose(
    expected.map((value) => value * scale),
    { rtol: 1e-5, atol: 1e-8 },
  );
  expect(energy(echo.subarray(4001))).toBeLessThan(1e-20);
});

test('every sample echoes', () => {
  const samples = Float32Array.from({ length: 3000 }, (_, i) => Math.sin(i / 9) / 2);
  const echo = response({ rt60: 0.2 }, 3000);
  const { samples: heard } = room({ samples, sampleRate }, { random: seeded(6), rt60: 0.2 });
  const expected = samples.map((_, n) => {
    let sum = 0;
    for (let k = 0; k <= n; k++) sum += echo[k] * samples[n - k];
    return sum;
  });
  // Sums of float32 responses.
  expect(heard).toBeAllclose(expected, { rtol: 0, atol: 1e-6 });
});

test('the time is drawn first, then the ratio', () => {
  const draws = (...first: number[]): (() => number) => {
    const rest = seeded(3);
    return () => first.shift() ?? rest();
  };
  const samples = new Float32Array(4000);
  samples[0] = 1;
  const audio = { samples, sampleRate };
  const drawn = room(audio, { random: draws(0.5, 0.25), rt60: [0.1, 0.3], drrDb: [-4, 4] });
  const fixed = room(audio, { random: seeded(3), rt60: 0.1 + 0.5 * (0.3 - 0.1), drrDb: -2 });
  expect(drawn).toEqual(fixed);
});

test('a clip that ends before its echo has the start of it', () => {
  expect(response({ rt60: 0.5 }, 100)).toBeAllclose(response({ rt60: 0.5 }).subarray(0, 100), {
    rtol: 0,
    atol: 1e-6,
  });
});

test('the numbers are those of the whole echo, however short the clip', () => {
  // An odd number of samples, of which several blocks are drawn.
  const rate = 48_000;
  const rt60 = 40_001.5 / rate;
  const expected = normals(40_001, seeded(6)).map(
    (value, t) => value * 10 ** (-3 * ((t + 1) / 40_001.5)),
  );
  const scale = Math.sqrt(1 / expected.reduce((sum, value) => sum + value * value, 0));
  for (const length of [50_000, 20_000, 10]) {
    const random = seeded(6);
    const samples = new Float32Array(length);
    samples[0] = 1;
    const { samples: heard } = room({ samples, sampleRate: rate }, { random, rt60 });
    const echo = expected.subarray(0, length - 1).map((value) => value * scale);
    // Float32, and transforms whose rounding errors are 1e-16 of the direct sound.
    expect(heard.subarray(1, 1 + echo.length)).toBeAllclose(echo, { rtol: 1e-5, atol: 1e-8 });
    const rest = seeded(6);
    // The last pair of normal numbers is drawn whole.
    for (let i = 0; i < 40_002; i++) rest();
    expect(random()).toBe(rest());
  }
});

test('an echo of less than a sample is none, and one of no noise too', () => {
  expect([...response({ rt60: 1e-5 }, 4)]).toEqual([1, 0, 0, 0]);
  const samples = Float32Array.of(0.5, 0.25, -1);
  const audio = room({ samples, sampleRate }, { random: () => 0, rt60: 0.1 });
  // Rounding errors of the transform.
  expect(audio.samples).toBeAllclose(samples, { rtol: 0, atol: 1e-7 });
});
