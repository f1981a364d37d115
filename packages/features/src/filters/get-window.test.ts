import { expect, test } from 'vitest';
import { stft } from '../core/stft.ts';
import { signals } from '../testing/signals.ts';
import { centredWindow, getWindow } from './get-window.ts';

const { hiss } = signals();

test('an array is copied', () => {
  const given = Float32Array.of(1, 2, 3);
  const window = getWindow(given, 3);
  expect([...window]).toEqual([1, 2, 3]);
  given[0] = 7;
  expect(window[0]).toBe(1);
});

test('a name gives a new array each time', () => {
  const window = getWindow('hann', 8);
  window.fill(9);
  expect(getWindow('hann', 8)[0]).toBe(0);
});

test('an array is the window of a transform, and changes with it', () => {
  const window = Float64Array.from(getWindow('hamming', 400));
  const options = { nFft: 512, winLength: 400 };
  expect(stft(hiss, { ...options, window })).toEqual(stft(hiss, { ...options, window: 'hamming' }));
  window.fill(1);
  expect(stft(hiss, { ...options, window })).toEqual(stft(hiss, { ...options, window: 'boxcar' }));
});

test.each([
  [4, 8, [0, 0, 1, 1, 1, 1, 0, 0]],
  [3, 8, [0, 0, 1, 1, 1, 0, 0, 0]],
  [3, 4, [1, 1, 1, 0]],
  [4, 5, [1, 1, 1, 1, 0]],
])('%i samples in the middle of %i, as librosa’s `pad_center`', (winLength, nFft, expected) => {
  expect([...centredWindow('boxcar', winLength, nFft)]).toEqual(expected);
});

test.each<[text: string, window: unknown]>([
  ['`window[1]` must be ≥ 0 and finite, got -1', ['kaiser', -1]],
  ['`window[1]` must be at most 700, got 701', ['kaiser', 701]],
  ['`window[1]` must be > 0 and finite, got 0', ['gaussian', 0]],
  ['`window[1]` must be at most 1, got 1.5', ['general_hamming', 1.5]],
  ['`window[1]` must be ≥ 0 and finite, got -0.1', ['tukey', -0.1]],
  ['`window[1]` must be ≥ 0 and finite, got undefined', 'kaiser'],
  ["`window` must be 'hann' without a parameter, got Array", ['hann', 1]],
  ['`window` must be [kaiser, number], got Array', ['kaiser', 1, 2]],
])('%s', (text, window) => {
  expect(() => getWindow(window as never, 8)).toThrow(`getWindow: ${text}`);
});

test('a length below 1 is refused', () => {
  expect(getWindow('hann', 1)).toEqual(Float64Array.of(1));
  expect(() => getWindow('hann', 0)).toThrow('getWindow: `length`');
});
