import { expect, test } from 'vitest';
import { interpolatePitch } from './interpolate-pitch.ts';

test('a pitch is linear between voiced frames, and held at the ends', () => {
  const pitch = Float64Array.of(0, 0, 1, 0, 0, 4, 2, 0);
  const voiced = Uint8Array.of(0, 0, 1, 0, 0, 1, 1, 0);
  expect([...interpolatePitch(pitch, voiced)]).toEqual([1, 1, 1, 2, 3, 4, 2, 2]);
});

test('a clip without voiced frames has none', () => {
  expect([...interpolatePitch(Float64Array.of(3, 3), Uint8Array.of(0, 0))]).toEqual([0, 0]);
});
