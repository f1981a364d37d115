import { expect, test } from 'vitest';
import { Frames } from './frames.ts';

const layout = { hopLength: 2, center: true, padMode: 'constant' } as const;
/** A third has other bits in float32. */
const third = Float64Array.of(1 / 3, 2 / 3, 4 / 3, 5 / 3, 7 / 3);

function frame(frames: Frames, t: number): number[] {
  frames.seekFrame(t);
  return Array.from({ length: 4 }, (_, i) => frames.values[frames.start + i]);
}

test('frames at the ends keep the bits of 64', () => {
  const frames = new Frames('f', third, 4, layout);
  expect(frames.count).toBe(3);
  expect(frame(frames, 0)).toEqual([0, 0, 1 / 3, 2 / 3]);
  expect(frame(frames, 1)).toEqual([...third.subarray(0, 4)]);
  expect(frame(frames, 2)).toEqual([4 / 3, 5 / 3, 7 / 3, 0]);
});

test('a frame inside is not copied, and one at an end is', () => {
  const frames = new Frames('f', third, 4, layout);
  frames.seekFrame(1);
  expect(frames.values).toBe(third);
  frames.seekFrame(0);
  expect(frames.values).not.toBe(third);
});

test('too few samples for a frame are refused', () => {
  expect(() => new Frames('f', third, 6, { ...layout, center: false })).toThrow(
    expect.objectContaining({ code: 'bad-argument', message: expect.stringMatching(/^f: .*6.*5/) }),
  );
  expect(new Frames('f', third, 5, { ...layout, center: false }).count).toBe(1);
});
