import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RAVDESS_SPEAKERS, ravdessRows, speakerOf, speakersOf } from '../testing/ravdess-rows.ts';
import { assertDisjoint } from './assert-disjoint.ts';
import { type HoldoutSplitOptions, holdoutSplit } from './holdout-split.ts';

const rows = ravdessRows();
const speakers = rows.map(({ speaker }) => speaker);
const options: HoldoutSplitOptions = {
  seed: 0,
  testSpeakers: RAVDESS_SPEAKERS.holdout,
  speakerGroups: RAVDESS_SPEAKERS.groups,
  conditions: ['speech'],
};

describe('holdoutSplit', () => {
  const split = holdoutSplit(rows, options);

  it('tests the speakers that it is given', () => {
    expect(speakersOf(rows, split.test)).toEqual(['21', '22', '23', '24']);
  });

  it('trains on all others but three', () => {
    expect(speakersOf(rows, split.train)).toHaveLength(17);
  });

  it('has each speaker on one side', () => {
    assertDisjoint(split, speakers);
  });

  it('validates and tests on original speech', () => {
    for (const i of [...split.validation, ...split.test]) {
      expect(rows[i]).toMatchObject({ condition: 'speech', variant: 'original' });
    }
  });

  it.each([
    [0, [13, 12, 11, 20, 3, 6, 1]],
    [1, [20, 9, 10, 11, 6, 1, 8]],
    [41, [11, 8, 13, 20, 3, 14, 19]],
  ])('draws validation speakers in a fixed order: seed %i', (seed, order) => {
    for (let k = 1; k <= order.length; k++) {
      const { validation } = holdoutSplit(rows, { ...options, seed, validationSpeakers: k });
      const drawn = order.slice(0, k).map(speakerOf).sort();
      expect(speakersOf(rows, validation)).toEqual(drawn);
    }
  });

  it('works with two speakers and no validation', () => {
    const two = rows.filter(({ speaker }) => speaker <= '02');
    const { train, validation, test } = holdoutSplit(two, {
      ...options,
      testSpeakers: ['02'],
      validationSpeakers: 0,
    });
    expect([train.length, validation.length, test.length]).toEqual([180, 0, 60]);
  });

  it('never lets a speaker leak, whichever are tested', () => {
    const tested = fc.uniqueArray(fc.integer({ min: 1, max: 24 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(tested, fc.integer({ min: 0, max: 8 }), fc.nat(), (actors, k, seed) => {
        const testSpeakers = actors.map(speakerOf);
        const drawn = holdoutSplit(rows, { ...options, testSpeakers, validationSpeakers: k, seed });
        assertDisjoint(drawn, speakers);
        expect(speakersOf(rows, drawn.validation)).toHaveLength(k);
        expect(speakersOf(rows, drawn.train)).toHaveLength(24 - actors.length - k);
      }),
      { numRuns: 30 },
    );
  });

  it('never validates on a speaker of no group', () => {
    const { validation } = holdoutSplit(rows, {
      ...options,
      speakerGroups: [['01'], ['02', '03']],
    });
    expect(speakersOf(rows, validation)).toEqual(['01', '02', '03']);
  });

  it('draws a speaker of two groups once', () => {
    const { validation } = holdoutSplit(rows, {
      ...options,
      speakerGroups: [
        ['01', '02'],
        ['02', '03'],
      ],
    });
    expect(speakersOf(rows, validation)).toEqual(['01', '02', '03']);
  });

  it.each([
    [{ testSpeakers: ['25'] }, 'a speaker of 25 to test'],
    [{ validationSpeakers: 20 }, '20 others to validate and another to train'],
    [{ validationSpeakers: 21 }, '21 others'],
    [{ validationSpeakers: -1 }, '`validationSpeakers` must be a whole number ≥ 0, got -1'],
    [{ seed: 0.5 }, 'holdoutSplit: `seed` must be a whole number'],
  ])('refuses %j', (wrong, message) => {
    expect(() => holdoutSplit(rows, { ...options, ...wrong })).toThrow(message);
  });
});
