import { describe, expect, test } from 'vitest';
import { scalarsOf } from '../testing/pyin-case.ts';
import { framesToTime, timeToFrames } from './frame-times.ts';

/** Each function of the goldens, by librosa's name. */
const FUNCTIONS: Readonly<Record<string, (value: never, options: never) => number>> = {
  frames_to_time: framesToTime,
  time_to_frames: timeToFrames,
};

describe.each(Object.entries(FUNCTIONS))('librosa: %s', (name, call) => {
  const cases = scalarsOf(name);

  test.each(cases)('of $value with $options is $expected', ({ value, options, expected }) => {
    // The last bits of a power or a logarithm.
    const tolerance = { rtol: 1e-13, atol: 1e-13 };
    expect(call(value as never, options as never)).toBeAllclose(expected, tolerance);
  });

  test('all of its cases are there', () => expect(cases.length).toBeGreaterThan(4));
});

test('a frame is 512 samples by default, and centred', () => {
  expect(framesToTime(7, { sampleRate: 100 })).toBe(35.84);
  expect(timeToFrames(35.84, { sampleRate: 100 })).toBe(7);
});

test.each<[string, () => unknown]>([
  ['framesToTime: `frame` must be finite', () => framesToTime('1' as never, { sampleRate: 1 })],
  ['timeToFrames: `seconds` must be finite', () => timeToFrames(1 / 0, { sampleRate: 1 })],
  ['framesToTime: `sampleRate` must be > 0', () => framesToTime(1, { sampleRate: 0 })],
  ['`hopLength` must be a whole number', () => framesToTime(1, { sampleRate: 1, hopLength: 0 })],
  ['`nFft` must be a whole number', () => timeToFrames(1, { sampleRate: 1, nFft: 0 })],
])('%s', (text, call) => expect(call).toThrow(text));
