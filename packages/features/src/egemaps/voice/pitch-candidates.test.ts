import { expect, test } from 'vitest';
import { LOWEST_HZ } from './octave-spectrum.ts';
import { MAX_CANDIDATES, pitchCandidates } from './pitch-candidates.ts';

const POINTS = 1025;
const OCTAVES = 8;

/** A spectrum of narrow maxima at frequencies in Hz. */
function spectrumOf(maxima: readonly (readonly [hz: number, value: number])[]): Float64Array {
  const values = new Float64Array(POINTS);
  for (const [hz, value] of maxima) {
    const at = Math.round((Math.log2(hz / LOWEST_HZ) * (POINTS - 1)) / OCTAVES);
    for (let i = -4; i <= 4; i++) values[at + i] = Math.max(values[at + i], value - i * i * 0.01);
  }
  return values;
}

const harmonicsOf = (pitch: number): [number, number][] =>
  Array.from({ length: 15 }, (_, n) => [(n + 1) * pitch, 1]);

test('the pitch of harmonics is the strongest candidate', () => {
  const [first] = pitchCandidates({ values: spectrumOf(harmonicsOf(150)), octaves: OCTAVES });
  // The scale has 128 points an octave.
  expect([first.hz]).toBeAllclose([150], { rtol: 0.006 });
  expect(first.voicing).toBeGreaterThan(0.8);
});

test('none is outside 55 to 1,000 Hz, and there are six at most', () => {
  for (const pitch of [30, 80, 400, 1500]) {
    const found = pitchCandidates({ values: spectrumOf(harmonicsOf(pitch)), octaves: OCTAVES });
    expect(found.length).toBeLessThanOrEqual(MAX_CANDIDATES);
    for (const { hz } of found) {
      expect(hz).toBeGreaterThanOrEqual(55);
      expect(hz).toBeLessThanOrEqual(1000);
    }
  }
});

test('they come in the order of their strength', () => {
  const found = pitchCandidates({ values: spectrumOf(harmonicsOf(200)), octaves: OCTAVES });
  const voicings = found.map(({ voicing }) => voicing);
  expect(voicings.length).toBeGreaterThan(2);
  expect(voicings).toEqual(voicings.toSorted((a, b) => b - a));
});

test('silence has none', () => {
  expect(pitchCandidates({ values: new Float64Array(POINTS), octaves: OCTAVES })).toEqual([]);
});
