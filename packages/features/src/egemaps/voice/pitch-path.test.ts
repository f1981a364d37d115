import { expect, test } from 'vitest';
import { pitchPath } from './pitch-path.ts';

const clear = (hz: number, voicing = 0.85): { hz: number; voicing: number } => ({ hz, voicing });

test('clear candidates are voiced, frames without any are not', () => {
  const run = Array.from({ length: 6 }, () => [clear(200)]);
  const { hz } = pitchPath([[], [], ...run, [], []]);
  expect([...hz]).toEqual([0, 0, 200, 200, 200, 200, 200, 200, 0, 0]);
});

test('candidates of a voicing up to 0.7 are unvoiced', () => {
  const run = (voicing: number): number =>
    pitchPath(Array.from({ length: 6 }, () => [clear(200, voicing)])).hz[3];
  expect(run(0.7)).toBe(0);
  expect(run(0.71)).toBe(200);
});

test('a jump of an octave for one frame is not made', () => {
  const frames = Array.from({ length: 9 }, () => [clear(200), clear(400, 0.8)]);
  frames[4] = [clear(200, 0.8), clear(400)];
  expect([...pitchPath(frames).hz]).toEqual(Array.from({ length: 9 }, () => 200));
});

test('of two clear candidates that in 100 to 350 Hz', () => {
  const chosen = (...candidates: ReturnType<typeof clear>[]): number =>
    pitchPath([candidates]).hz[0];
  expect(chosen(clear(700), clear(250, 0.8))).toBe(250);
  expect(chosen(clear(60), clear(120, 0.8))).toBe(120);
});

test('no frames have no path', () => {
  expect(pitchPath([]).hz).toHaveLength(0);
});
