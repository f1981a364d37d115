import { describeWith, REAL_CLIPS } from '@ser/testing';
import { describe, expect, test } from 'vitest';
import { golden } from '../testing/golden.ts';
import { readClip } from '../testing/read-clip.ts';
import { voice } from '../testing/voices.ts';
import { createExtractor } from './create-extractor.ts';
import { presets } from './presets.ts';

interface Row {
  /** By how much librosa's own chroma and tonnetz move without soxr's rounding errors. */
  movedByRounding: number;
  values: number[];
}

/** The values in standard deviations over RAVDESS. */
const { std, voices, clips } = golden<{
  std: number[];
  voices: Record<string, Row>;
  clips: Record<string, Row>;
}>('librosa193');

/** The tolerance in standard deviations, as of summary162. */
const LIMIT = 0.01;

/**
 * The highest band of the contrast reaches to the Nyquist frequency, and its valley is the level
 * of the bins there: what the resampler leaves 100 to 135 dB down, which is soxr's within 2 dB.
 */
const LIMIT_AT_NYQUIST = 0.3;

/** Chroma of clips that hold digital silence, which is that of soxr's rounding errors. */
const LIMIT_OF_SILENCE = 1;

const extractor = createExtractor(presets.librosa193);

function expectRow({ values, movedByRounding }: Row, actual: Float32Array): void {
  const isSilent = movedByRounding > LIMIT;
  extractor.names.forEach((name, i) => {
    const expected = values[i] / std[i];
    const isChroma = name.startsWith('chroma');
    const limit = isChroma && isSilent ? LIMIT_OF_SILENCE : LIMIT;
    const atol = name === 'contrast_7' ? LIMIT_AT_NYQUIST : limit;
    expect(actual[i] / std[i], name).toBeAllclose(expected, { rtol: 0, atol });
  });
}

test('the 193 values have these names', () => {
  const { names } = extractor;
  expect(names.length).toBe(193);
  expect([0, 39, 40, 51, 52, 179, 180, 186, 187, 192].map((i) => names[i])).toEqual(
    'mfcc_1 mfcc_40 chroma_1 chroma_12 mel_1 mel_128 contrast_1 contrast_7 tonnetz_1 tonnetz_6'.split(
      ' ',
    ),
  );
});

describe('librosa193 of a voice equals the notebooks’ from the file', () => {
  test.each(Object.entries(voices))('%s', (name, row) => {
    expectRow(row, extractor.extract(voice(name)));
  });
});

describeWith(REAL_CLIPS)('librosa193 of a clip equals the notebooks’ from the file', () => {
  test.each(Object.entries(clips))('%s', (name, row) => {
    expectRow(row, extractor.extract(readClip(name)));
  });

  test('ten clips and more hold no digital silence', () => {
    const rows = Object.values(clips).filter(({ movedByRounding }) => movedByRounding <= LIMIT);
    expect(rows.length).toBeGreaterThanOrEqual(10);
  });
});
