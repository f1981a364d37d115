import { describe, expect, it } from 'vitest';
import type { Row } from '../splits/row.ts';
import { RAVDESS_SPEAKERS, ravdessRows, speakersOf } from '../testing/ravdess-rows.ts';
import { PROTOCOLS } from './protocols.ts';

const { loso } = PROTOCOLS;
const row = (speaker: string, clip: string, condition = 'speech'): Row => ({
  clip: `${speaker} ${clip}`,
  label: clip,
  speaker,
  variant: 'original',
  condition,
});

describe('loso', () => {
  it('has a fold for each speaker of the rows, in the natural order of their names', () => {
    const rows = ['10', '9', '1', 'b 2', 'b 10'].map((speaker) => row(speaker, 'sad'));
    const tested = loso.splits(rows, { seed: 0 }).map(({ test }) => speakersOf(rows, test));
    expect(tested).toEqual([['1'], ['9'], ['10'], ['b 2'], ['b 10']]);
  });

  it('has no fold for a speaker who cannot be tested, and still trains on them', () => {
    const rows = [row('1', 'sad'), row('2', 'sad'), row('3', 'sad', 'song')];
    const options = { seed: 0, testConditions: ['speech'] };
    const splits = loso.splits(rows, options);
    expect(splits).toEqual([
      { train: [1, 2], validation: [], test: [0] },
      { train: [0, 2], validation: [], test: [1] },
    ]);
    expect(loso.foldCount({ ...options, rows })).toBe(2);
    expect(loso.foldCount({ rows })).toBe(3);
    expect(loso.foldCount({ rows, conditions: ['song'] })).toBe(1);
  });

  it('tests all of RAVDESS’ speech in 24 folds, each speaker once', () => {
    const rows = ravdessRows();
    const options = { conditions: ['speech'], speakers: RAVDESS_SPEAKERS };
    const splits = loso.splits(rows, { seed: 0, ...options });
    expect(splits.map(({ test }) => test.length)).toEqual(new Array(24).fill(60));
    expect(splits.flatMap(({ test }) => speakersOf(rows, test))).toEqual(
      RAVDESS_SPEAKERS.folds.flat().sort(),
    );
    expect(loso.foldCount({ ...options, rows })).toBe(24);
  });

  it('counts the speakers of the lists where there are no rows yet', () => {
    expect(loso.foldCount({ speakers: RAVDESS_SPEAKERS })).toBe(24);
    const speakers = { folds: [['1', '2'], ['2']], holdout: [] };
    expect(loso.foldCount({ speakers })).toBe(2);
  });

  it('needs two speakers', () => {
    const rows = [row('1', 'sad'), row('1', 'calm'), row('2', 'calm', 'song')];
    expect(() => loso.splits(rows, { seed: 0, testConditions: ['speech'] })).toThrow(
      expect.objectContaining({
        code: 'too-few',
        message: 'PROTOCOLS.loso: `rows` must hold two speakers or more in speech, got 1',
      }),
    );
  });

  it('needs to know who speaks', () => {
    expect(() => loso.splits([row('1', 'sad'), row('', 'sad')], { seed: 0 })).toThrow(
      'speakerSplits: `rows` must name the speaker of every clip, got ""',
    );
  });
});
