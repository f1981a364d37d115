import { describe, expect, test } from 'vitest';
import { golden } from '../testing/golden.ts';
import { haveClips, readClip } from '../testing/ravdess-mini.ts';
import { createExtractor } from './create-extractor.ts';
import { presets } from './presets.ts';

// Standard deviations over RAVDESS: 0.01 of one is invisible to a classifier behind a scaler.
const LIMIT = 0.01;

interface Row {
  /** How far librosa's own chroma moves when soxr's rounding errors in digital silence are removed. */
  movedByRounding: number;
  values: number[];
}

const { rows } = golden<{ rows: Record<string, Row> }>('summary162.json');
const { std } = golden<{ std: number[] }>('summary162-std.json');
// 1e-4 is a hundredth of the limit, as chroma's deviations over RAVDESS are about 0.1.
const settled = (name: string): boolean => rows[name].movedByRounding < 1e-4;
const stable = Object.keys(rows).filter(settled);
const others = Object.keys(rows).filter((name) => !settled(name));

describe.skipIf(!haveClips)('summary162 from the file equals librosa from the file', () => {
  const extractor = createExtractor(presets.summary162);

  /** A clip's deviations from librosa, in standard deviations. */
  const deviations = (name: string): number[] => {
    const values = extractor.extract(readClip(name));
    return rows[name].values.map((expected, i) => Math.abs(values[i] - expected) / std[i]);
  };

  test.each(stable)('%s', (name) => {
    expect(Math.max(...deviations(name))).toBeLessThan(LIMIT);
  });

  // A frame's chroma is divided by its maximum, so in digital silence librosa's chroma is that of
  // soxr's rounding errors, 1e-13 of full scale, which nobody can follow: PARITY.md.
  test.each(others)('%s but for the chroma of digital silence', (name) => {
    const isChroma = (i: number): boolean => extractor.names[i].startsWith('chroma');
    expect(Math.max(...deviations(name).filter((_, i) => !isChroma(i)))).toBeLessThan(LIMIT);
    expect(Math.max(...deviations(name).filter((_, i) => isChroma(i)))).toBeLessThan(1);
  });

  test('twenty clips and more are free of that', () => {
    expect(stable.length).toBeGreaterThanOrEqual(20);
  });
});

test('the values that are widely known', { skip: !haveClips }, () => {
  const extractor = createExtractor(presets.summary162);
  const values = extractor.extract(readClip('03-01-08-01-01-01-01'));
  const named = (name: string): number => values[extractor.names.indexOf(name)];
  expect(named('zcr')).toBeCloseTo(0.25831434, 6);
  expect(named('chroma_1')).toBeCloseTo(0.69498986, 6);
  expect(named('chroma_2')).toBeCloseTo(0.7547125, 6);
  expect(named('chroma_3')).toBeCloseTo(0.75508004, 6);
});

test('the preset is plain JSON and names its 162 values', () => {
  expect(JSON.parse(JSON.stringify(presets.summary162))).toEqual(presets.summary162);
  const { names, shape } = createExtractor(presets.summary162);
  expect(shape).toEqual([162]);
  expect([0, 1, 12, 13, 32, 33, 34, 161].map((i) => names[i])).toEqual(
    'zcr chroma_1 chroma_12 mfcc_1 mfcc_20 rms mel_1 mel_128'.split(' '),
  );
});
