import { expect, it } from 'vitest';
import { randomOf } from './random-of.ts';

it('is drawn by the name of the file', () => {
  const drawn = (file: string) => {
    const random = randomOf(file);
    return [random(), random(), random()];
  };
  expect(drawn('a.wav')).toEqual(drawn('a.wav'));
  expect(drawn('a.wav')).not.toEqual(drawn('b.wav'));
  for (const value of drawn('a.wav')) expect(value >= 0 && value < 1).toBe(true);
});
