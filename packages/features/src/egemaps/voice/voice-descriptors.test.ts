import { describe, expect, test } from 'vitest';
import { golden } from '../../testing/golden.ts';
import { voice } from '../../testing/voices.ts';
import { egemapsLld } from '../egemaps.ts';
import { voiceDescriptors } from './voice-descriptors.ts';

interface Row {
  clip: string;
  sampleRate: number;
  frames: number;
  step: number;
  lld: number[][];
}

/** Where the voice's descriptors stand. */
const PITCH = 10;
const JITTER = 11;
const SHIMMER = 12;
const HARMONICS = [13, 14, 15];
const FORMANTS = [16, 17, 19, 20, 22, 23];

/** Shares of frames: bandwidths of float32 transforms differ most. */
const SAME_VOICING = 0.97;
const SAME_VALUE = 0.83;

const { rows, lldNames } = golden<{ rows: Row[]; lldNames: string[] }>('egemaps');
const spoken = rows.filter(({ clip }) => /^(low|high|brief)/.test(clip));

describe('openSMILE: frames of synthetic voices', () => {
  const frames = spoken.flatMap(({ clip, sampleRate, frames: count, step, lld }) => {
    const every = Math.floor(48_000 / sampleRate);
    const [name] = clip.split(' ');
    const samples = Float32Array.from(voice(name).samples.filter((_, i) => i % every === 0));
    const { data } = egemapsLld(samples, { sampleRate });
    return lld.map((theirs, i) => ({
      theirs,
      ours: theirs.map((_, row) => data[row * count + i * step]),
    }));
  });
  const voiced = frames.filter(({ theirs, ours }) => theirs[PITCH] > 0 && ours[PITCH] > 0);

  const shareWithin = (row: number, tolerance: number): number =>
    voiced.filter(({ theirs, ours }) => Math.abs(theirs[row] - ours[row]) <= tolerance).length /
    voiced.length;

  test('as many voiced frames', () => {
    const same = frames.filter(({ theirs, ours }) => theirs[PITCH] > 0 === ours[PITCH] > 0);
    expect(same.length / frames.length).toBeGreaterThanOrEqual(SAME_VOICING);
  });

  test('the pitch of most frames, in semitones', () => {
    expect(shareWithin(PITCH, 0.01)).toBeGreaterThanOrEqual(SAME_VALUE);
  });

  test('jitter and shimmer of most frames', () => {
    expect(shareWithin(JITTER, 1e-5)).toBeGreaterThanOrEqual(SAME_VALUE);
    expect(shareWithin(SHIMMER, 1e-4)).toBeGreaterThanOrEqual(SAME_VALUE);
  });

  test.each(HARMONICS.map((row) => [lldNames[row], row] as const))(
    '%s of most frames',
    (_, row) => {
      expect(shareWithin(row, 0.05)).toBeGreaterThanOrEqual(SAME_VALUE);
    },
  );

  test.each(FORMANTS.map((row) => [lldNames[row], row] as const))('%s of most frames', (_, row) => {
    expect(shareWithin(row, 10)).toBeGreaterThanOrEqual(SAME_VALUE);
  });
});

describe('a vowel of 120 Hz', () => {
  const rate = 16_000;
  const samples = Float32Array.from({ length: rate }, (_, i) => {
    const phase = (2 * Math.PI * 120 * i) / rate;
    return [1, 0.5, 0.25, 0.125].reduce(
      (sum, gain, h) => sum + 0.2 * gain * Math.cos((h + 1) * phase),
      0,
    );
  });
  const described = voiceDescriptors(samples, rate);

  test('has its pitch in semitones above 27.5 Hz', () => {
    // The maximum on the scale of octaves lies beside the pitch.
    expect([described.f0Semitone[40]]).toBeAllclose([12 * Math.log2(120 / 27.5)], { atol: 0.1 });
  });

  test('has the second harmonic 6 dB over the third', () => {
    expect([described.h1H2[40]]).toBeAllclose([6.02], { atol: 0.6 });
  });

  test('has hardly a perturbation', () => {
    expect(described.jitterLocal[40]).toBeLessThan(1e-3);
    expect(described.shimmerLocalDb[40]).toBeLessThan(0.05);
  });

  test('is voiced from the first whole frame to the last', () => {
    expect(described.f0Semitone.indexOf(0)).toBe(described.f0Semitone.length - 1);
  });
});

test('silence has no voice and no formants', () => {
  const { f0Semitone, hnrDb, formants } = voiceDescriptors(new Float32Array(3200), 16_000);
  expect(Math.max(...f0Semitone, ...hnrDb)).toBe(0);
  expect(Math.max(...formants[0].frequency)).toBe(0);
  expect([...new Set(formants[0].amplitude)]).toEqual([-201]);
});

test('frames whose spectrum is computed again are as those whose spectrum was kept', () => {
  // A period of one hop, so all frames are alike; spectra of 1,000 are kept.
  const samples = Float32Array.from({ length: 80 * 1050 }, (_, i) => {
    const phase = (2 * Math.PI * i) / 80;
    return 0.2 * Math.cos(phase) + 0.1 * Math.cos(2 * phase) + 0.05 * Math.cos(3 * phase);
  });
  const { h1H2, hnrDb, f0Semitone } = voiceDescriptors(samples, 8000);
  expect(f0Semitone[1030]).toBeGreaterThan(0);
  for (const track of [h1H2, hnrDb, f0Semitone]) {
    expect([track[1030]]).toBeAllclose([track[500]], { rtol: 1e-6 });
  }
});
