import { expect, it } from 'vitest';
import { speak } from './speak.ts';
import { clipTimes, utterancesOf } from './utterances-of.ts';

it.each([
  ['keeps what is long enough', [[1, 3.5]], [[1, 3.5]]],
  [
    'joins a short one with the next',
    [
      [0, 1.5],
      [2, 4],
    ],
    [[0, 4]],
  ],
  [
    'joins none to more than five seconds',
    [
      [0, 1.5],
      [2, 6],
    ],
    [
      [0, 1.5],
      [2, 6],
    ],
  ],
  [
    'joins none to one of two seconds',
    [
      [0, 2],
      [2.5, 4],
    ],
    [
      [0, 2],
      [2.5, 4],
    ],
  ],
  [
    'cuts a long one into equal parts',
    [[0, 12]],
    [
      [0, 4],
      [4, 8],
      [8, 12],
    ],
  ],
  ['does not cut five seconds', [[1, 6]], [[1, 6]]],
  ['leaves out less than a second', [[0, 0.9]], []],
  ['keeps one second', [[0, 1]], [[0, 1]]],
  ['has none of silence', [], []],
])('%s', (_, speech, expected) => {
  const times = clipTimes(speech.map(([start, end]) => ({ start, end })));
  expect(times.map(({ start, end }) => [start, end])).toEqual(expected);
});

it('cuts the sound itself', () => {
  const sampleRate = 16_000;
  const manner = { pitch: 200, range: 0.3, rate: 5, loudness: 0.5, tilt: 0.7, seed: 1 };
  const samples = new Float32Array(8 * sampleRate);
  samples.set(speak(manner, 3, sampleRate), 0);
  samples.set(speak(manner, 3, sampleRate), 4.5 * sampleRate);
  const clips = utterancesOf({ samples, sampleRate });
  expect(clips).toHaveLength(2);
  for (const clip of clips) {
    expect(clip.sampleRate).toBe(sampleRate);
    expect(clip.samples.length / sampleRate).toBeGreaterThan(2);
    expect(clip.samples.length / sampleRate).toBeLessThan(4);
  }
});
