import { describe, expect, test } from 'vitest';
import { signals } from '../testing/signals.ts';
import { pitchTrack } from './pitch-track.ts';
import { yin } from './yin.ts';

const sampleRate = 16_000;
const range = { sampleRate, fMin: 100, fMax: 500 };
const { hiss } = signals();

/** A sound of a pitch, with harmonics. */
const sung = (hz: number, length: number = 4000): Float32Array =>
  Float32Array.from({ length }, (_, i) =>
    [1, 2, 3].reduce((sum, k) => sum + Math.sin((2 * Math.PI * k * hz * i) / sampleRate) / k, 0),
  );

test.each([101, 150.5, 233, 450])('%d Hz are found, and voiced', (hz) => {
  const { f0, voicing } = pitchTrack(sung(hz), { ...range, center: false });
  // The difference loses energy at one end of the frame, which moves its trough a little.
  expect(f0).toBeAllclose(
    f0.map(() => hz),
    { rtol: 5e-3, atol: 0 },
  );
  expect(Math.min(...voicing)).toBeGreaterThan(0.95);
});

test('noise is voiced little, and never less than nothing or more than all', () => {
  const { voicing } = pitchTrack(hiss, range);
  expect(Math.min(...voicing)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...voicing)).toBeLessThan(0.6);
});

test('silence has a pitch, as in librosa, and is voiced: it repeats exactly', () => {
  const { f0, voicing } = pitchTrack(new Float32Array(3000), range);
  expect(f0.every((hz) => Number.isFinite(hz) && hz >= 100 && hz <= 500)).toBe(true);
  expect(new Set(voicing)).toEqual(new Set([1]));
});

test('yin is the pitch of the track', () => {
  const options = { ...range, frameLength: 1024, troughThreshold: 0.3, hopLength: 200 };
  expect(yin(hiss, options)).toEqual(pitchTrack(hiss, options).f0);
});

describe('frames', () => {
  test.each([
    [2048, undefined, 8],
    [1024, undefined, 16],
    [1024, 100, 41],
    [1026, undefined, 16],
  ])('of %i, every %o samples: %i of 4,000 samples', (frameLength, hopLength, count) => {
    expect(yin(sung(200), { ...range, frameLength, hopLength }).length).toBe(count);
  });
});

test('what differs more the later it is compared has voicing 0, and not less', () => {
  const ramp = Float32Array.from({ length: 3000 }, (_, i) => i / 3000);
  const { voicing } = pitchTrack(ramp, { ...range, center: false });
  expect(new Set(voicing)).toEqual(new Set([0]));
});
