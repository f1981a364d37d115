import { expect, test } from 'vitest';
import { FORMANT_RATE, resampledFrames } from './resampled-frames.ts';

const RATE = 48_000;
const HOP = 480;
const SIZE = 960;

const sine = (hz: number, frames: number): Float64Array =>
  Float64Array.from({ length: HOP * (frames - 1) + SIZE }, (_, i) =>
    Math.sin((2 * Math.PI * hz * i) / RATE),
  );

test('a sine keeps its frequency, from the first zero before the frame on', () => {
  const where = { first: 0, frames: 1, hop: HOP, size: SIZE };
  const frame = resampledFrames(sine(440, 1), RATE, where);
  const zeros = (1024 - SIZE) / 2;
  const expected = frame.map((_, i) => {
    const at = (i / FORMANT_RATE) * RATE - zeros;
    if (at < 0 || at > SIZE - 1) return 0;
    const window = 0.54 - 0.46 * Math.cos((2 * Math.PI * at) / (SIZE - 1));
    return window * Math.sin((2 * Math.PI * 440 * at) / RATE);
  });
  const dot = (a: Float64Array, b: Float64Array): number =>
    a.reduce((sum, value, i) => sum + value * b[i], 0);
  const likeness = dot(frame, expected) / Math.sqrt(dot(frame, frame) * dot(expected, expected));
  expect(likeness).toBeGreaterThan(0.99);
});

test('many frames are what each is alone', () => {
  const samples = sine(700, 5);
  const together = resampledFrames(samples, RATE, { first: 0, frames: 5, hop: HOP, size: SIZE });
  const alone = [0, 1, 2, 3, 4].flatMap((t) => [
    ...resampledFrames(samples, RATE, { first: t * HOP, frames: 1, hop: HOP, size: SIZE }),
  ]);
  expect([...together]).toEqual(alone);
});
