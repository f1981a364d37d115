import { expect, test } from 'vitest';
import { gain } from './gain.ts';

const sampleRate = 8000;
const samples = Float32Array.of(0.5, -0.25, 0);
const never = (): number => {
  throw new Error('drawn');
};

test.each([
  [20, 10],
  [-20, 0.1],
  [0, 1],
  [6, 1.9952623],
])('%d dB are a factor of %d, also beyond full scale', (db, factor) => {
  const audio = gain({ samples, sampleRate }, { random: never, db });
  expect(audio.sampleRate).toBe(sampleRate);
  // Float32.
  expect(audio.samples).toBeAllclose([0.5 * factor, -0.25 * factor, 0], { rtol: 2e-7, atol: 0 });
});

test.each([
  [0, -20],
  [0.5, 0],
  [0.75, 10],
])('a draw of %d between -20 and 20 dB is %d dB', (draw, db) => {
  let draws = 0;
  const random = (): number => {
    draws++;
    return draw;
  };
  const drawn = gain({ samples, sampleRate }, { random, db: [-20, 20] });
  expect(drawn).toEqual(gain({ samples, sampleRate }, { random: never, db }));
  expect(draws).toBe(1);
});

test('the samples that came stay, and doubles are rounded once', () => {
  const doubles = Float64Array.of(0.1, 0.7);
  const { samples } = gain({ samples: doubles, sampleRate }, { random: never, db: 20 });
  expect([...doubles]).toEqual([0.1, 0.7]);
  expect(samples).toEqual(Float32Array.of(1, 7));
});
