import { describe, expect, it } from 'vitest';
import { RAVDESS_SPEAKERS, ravdessRows, speakersOf } from '../testing/ravdess-rows.ts';
import { assertDisjoint } from './assert-disjoint.ts';
import type { Row } from './row.ts';
import { type SpeakerSplitsOptions, speakerSplits } from './speaker-splits.ts';

const rows = ravdessRows();
const speech: Omit<SpeakerSplitsOptions, 'seed'> = {
  folds: RAVDESS_SPEAKERS.folds,
  speakerGroups: RAVDESS_SPEAKERS.groups,
  conditions: ['speech'],
};
const withSong = { ...speech, conditions: ['speech', 'song'], testConditions: ['speech'] };

describe('speakerSplits', () => {
  const splits = speakerSplits(rows, { ...speech, seed: 1 });

  it('tests the speakers of each fold', () => {
    expect(splits.map(({ test }) => speakersOf(rows, test))).toEqual(RAVDESS_SPEAKERS.folds);
  });

  it('tests each of the 1,440 speech clips once', () => {
    const tested = splits.flatMap(({ test }) => test);
    expect(tested).toHaveLength(1440);
    expect(new Set(tested).size).toBe(1440);
  });

  it('has each speaker on one side', () => {
    const speakers = rows.map(({ speaker }) => speaker);
    for (const split of splits) assertDisjoint(split, speakers);
  });

  it('validates and tests on original speech', () => {
    for (const { validation, test } of speakerSplits(rows, { ...withSong, seed: 1 })) {
      for (const i of [...validation, ...test]) {
        expect(rows[i]).toMatchObject({ condition: 'speech', variant: 'original' });
      }
    }
  });

  it('trains on all variants of all other speakers', () => {
    for (const { train, test } of splits) {
      const trained = 24 - speakersOf(rows, test).length - 3;
      expect(train).toHaveLength(trained * 60 * 3);
    }
  });

  it('trains on other conditions than it tests', () => {
    for (const { train } of speakerSplits(rows, { ...withSong, seed: 1 })) {
      expect(new Set(train.map((i) => rows[i].condition))).toEqual(new Set(['speech', 'song']));
    }
  });

  it('takes all conditions where none are named', () => {
    const { conditions: _, ...all } = speech;
    expect(speakerSplits(rows, { ...all, seed: 0 }).flatMap(({ test }) => test)).toHaveLength(2452);
  });

  it('takes rows of one unnamed condition', () => {
    const unnamed = rows.map(({ condition: _, ...row }) => row);
    const all = { ...speech, conditions: undefined, seed: 0 };
    expect(speakerSplits(unnamed, all)).toEqual(speakerSplits(rows, all));
  });
});

describe('validation speakers', () => {
  // Whom a seed draws does not depend on variants.
  const originals = ravdessRows(['original']);
  const validating = (seed: number, of: Row[] = originals): string[][] =>
    speakerSplits(of, { ...speech, seed }).map(({ validation }) => speakersOf(of, validation));

  it.each([
    [
      0,
      [
        [12, 19, 24],
        [1, 10, 14],
        [17, 21, 22],
        [1, 7, 20],
        [6, 12, 13],
      ],
    ],
    [
      1,
      [
        [21, 23, 24],
        [5, 12, 20],
        [1, 16, 23],
        [5, 6, 16],
        [6, 17, 18],
      ],
    ],
    [
      2,
      [
        [7, 9, 18],
        [9, 16, 22],
        [4, 21, 23],
        [1, 12, 19],
        [12, 15, 21],
      ],
    ],
    [
      41,
      [
        [7, 12, 22],
        [10, 14, 23],
        [2, 7, 18],
        [13, 19, 20],
        [2, 11, 15],
      ],
    ],
  ])('are those that published results were validated on: seed %i', (seed, actors) => {
    expect(validating(seed).map((speakers) => speakers.map(Number))).toEqual(actors);
  });

  it('are three, of both groups', () => {
    for (let seed = 0; seed < 10; seed++) {
      for (const speakers of validating(seed)) {
        expect(speakers).toHaveLength(3);
        expect(new Set(speakers.map((speaker) => Number(speaker) % 2)).size).toBe(2);
      }
    }
  });

  it('are others for other seeds', () => {
    const seeds = Array.from({ length: 10 }, (_, seed) => seed);
    expect(new Set(seeds.flatMap((seed) => validating(seed).map(String))).size).toBeGreaterThan(30);
  });

  it('are tested on all their clips', () => {
    for (const { validation } of speakerSplits(rows, { ...speech, seed: 0 })) {
      expect(validation).toHaveLength(180);
    }
  });

  it('do not depend on the order of the rows', () => {
    expect(validating(4, [...rows].reverse())).toEqual(validating(4));
  });

  it('are of any group where there are no groups', () => {
    const { speakerGroups: _, ...ungrouped } = speech;
    const women = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((seed) =>
      speakerSplits(originals, { ...ungrouped, seed }).map(
        ({ validation }) =>
          speakersOf(originals, validation).filter((speaker) => Number(speaker) % 2 === 0).length,
      ),
    );
    expect(new Set(women)).toEqual(new Set([0, 1, 2, 3]));
  });
});

describe('speakerSplits refuses', () => {
  it('rows that lack a fold', () => {
    const two = rows.filter(({ speaker }) => speaker <= '02');
    expect(() => speakerSplits(two, { ...speech, seed: 0, validationSpeakers: 0 })).toThrow(
      '`rows` must hold a speaker of 03, 06, 07, 13, 18 to test and another to train',
    );
  });

  it('no folds', () => {
    expect(() => speakerSplits(rows, { seed: 0, folds: [] })).toThrow('`folds` must hold');
  });

  it('a clip of an unknown speaker', () => {
    const unknown = [...rows, { ...rows[0], clip: 'new', speaker: '' }];
    expect(() => speakerSplits(unknown, { ...speech, seed: 0 })).toThrow(
      'must name the speaker of every clip, got "" for new',
    );
  });
});
