import { expect, test } from 'vitest';
import { pitchTuning } from './pitch-tuning.ts';

const note = (cents: number): number => 440 * 2 ** (cents / 1200);

test('the tuning is the most frequent one', () => {
  // Steps of 10 cents: the one from 20 cents on, and that from -30 on.
  const options = { resolution: 0.1 };
  expect(pitchTuning([22, 25, 28, -25].map(note), options)).toBeCloseTo(0.2);
  expect(pitchTuning([22, -25, -28, -22].map(note), options)).toBeCloseTo(-0.3);
});

test('of several that are as frequent it is the lowest', () => {
  expect(pitchTuning([25, -25, 45].map(note), { resolution: 0.1 })).toBeCloseTo(-0.3);
});

test('what is not above 0 does not count', () => {
  expect(pitchTuning([0, -440, Number.NaN])).toBe(0);
  expect(pitchTuning([])).toBe(0);
  expect(pitchTuning([0, 0, 0, note(25)], { resolution: 0.1 })).toBeCloseTo(0.2);
});

test('a quarter tone up is one down', () => {
  expect(pitchTuning([note(48.5), note(48.5)])).toBeCloseTo(0.48);
  expect(pitchTuning([note(50.5), note(50.5)])).toBeCloseTo(-0.5);
});
