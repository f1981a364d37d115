import { expect, it } from 'vitest';
import { LiveTrack } from './live-track.ts';

it('keeps a minute, twice what is in view', () => {
  const track = new LiveTrack();
  for (let at = 0; at <= 100; at++) {
    track.hear(at, []);
    track.loudness(at, 1);
  }
  expect(track.heard[0].at).toBe(40);
  expect(track.loud[0].at).toBe(40);
  expect(track.heard).toHaveLength(61);
});

it('is empty when it is cleared', () => {
  const track = new LiveTrack();
  track.hear(0, []);
  track.loudness(0, 1);
  track.clear();
  expect([track.heard, track.loud]).toEqual([[], []]);
});
