import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertDisjoint } from './assert-disjoint.ts';
import { holdoutSplit } from './holdout-split.ts';
import type { Row, Split } from './row.ts';
import { SPEAKER_FOLDS, speakerSplits } from './speaker-splits.ts';
import { ravdessRows } from './testing/ravdess-rows.ts';

const rows = ravdessRows();
const actors = rows.map(({ actor }) => actor);
const actorsOf = (indices: number[], of: Row[] = rows): number[] =>
  [...new Set(indices.map((i) => of[i].actor))].sort((a, b) => a - b);

function expectOriginalSpeech({ validation, test }: Split): void {
  for (const i of [...validation, ...test]) {
    expect(rows[i]).toMatchObject({ channel: 'speech', variant: 'original' });
  }
}

describe('speakerSplits', () => {
  it('tests each actor once', () => {
    expect(SPEAKER_FOLDS.flat().sort((a, b) => a - b)).toEqual(
      Array.from({ length: 24 }, (_, i) => i + 1),
    );
  });

  it("is the literature's five folds over the 1,440 speech clips", () => {
    const splits = speakerSplits(rows, { seed: 1 });
    expect(splits.map(({ test }) => actorsOf(test))).toEqual(SPEAKER_FOLDS);
    expect(splits.flatMap(({ test }) => test)).toHaveLength(1440);
    for (const split of splits) {
      assertDisjoint(split, actors);
      expectOriginalSpeech(split);
      const heard = 24 - actorsOf(split.test).length - 3;
      expect(split.train).toHaveLength(heard * 60 * 3);
    }
  });

  it('validates on whole actors of both sexes, others for other seeds', () => {
    const chosen = new Set<string>();
    for (let seed = 0; seed < 10; seed++) {
      for (const { validation } of speakerSplits(rows, { seed })) {
        const validating = actorsOf(validation);
        expect(validation).toHaveLength(180);
        expect(validating).toHaveLength(3);
        expect(new Set(validating.map((actor) => actor % 2)).size).toBe(2);
        chosen.add(validating.join());
      }
    }
    expect(chosen.size).toBeGreaterThan(30);
  });

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
  ])('draws the actors that published results were validated on: seed %i', (seed, expected) => {
    const splits = speakerSplits(rows, { seed });
    expect(splits.map(({ validation }) => actorsOf(validation))).toEqual(expected);
  });

  it('trains on song too where it is asked to', () => {
    const options = { seed: 1, trainChannels: ['speech', 'song'] as const };
    for (const split of speakerSplits(rows, options)) {
      assertDisjoint(split, actors);
      expectOriginalSpeech(split);
      expect(split.train.some((i) => rows[i].channel === 'song')).toBe(true);
    }
  });

  it('chooses the same actors in whatever order the rows come', () => {
    const reversed = [...rows].reverse();
    expect(
      speakerSplits(reversed, { seed: 4 }).map(({ validation }) => actorsOf(validation, reversed)),
    ).toEqual(speakerSplits(rows, { seed: 4 }).map(({ validation }) => actorsOf(validation)));
  });

  it('refuses rows that lack a fold', () => {
    const two = rows.filter(({ actor }) => actor <= 2);
    expect(() => speakerSplits(two, { seed: 0, validationActors: 0 })).toThrow(
      '`rows` must hold an actor of 3, 6, 7, 13, 18 to test, 0 others to validate',
    );
  });
});

describe('holdoutSplit', () => {
  it('tests actors 21 to 24, whom training never heard', () => {
    const split = holdoutSplit(rows, { seed: 0 });
    assertDisjoint(split, actors);
    expectOriginalSpeech(split);
    expect(actorsOf(split.test)).toEqual([21, 22, 23, 24]);
    expect(actorsOf(split.train)).toHaveLength(17);
  });

  it.each([
    [0, [13, 12, 11, 20, 3, 6, 1]],
    [1, [20, 9, 10, 11, 6, 1, 8]],
    [41, [11, 8, 13, 20, 3, 14, 19]],
  ])('draws validation actors in a fixed order: seed %i', (seed, order) => {
    for (let k = 1; k <= order.length; k++) {
      const { validation } = holdoutSplit(rows, { seed, validationActors: k });
      expect(actorsOf(validation)).toEqual(order.slice(0, k).sort((a, b) => a - b));
    }
  });

  it('works with two actors and no validation', () => {
    const two = rows.filter(({ actor }) => actor <= 2);
    const split = holdoutSplit(two, { seed: 0, testActors: [2], validationActors: 0 });
    expect([split.train.length, split.validation.length, split.test.length]).toEqual([180, 0, 60]);
  });

  it('never lets an actor leak, whichever are tested', () => {
    const tested = fc.uniqueArray(fc.integer({ min: 1, max: 24 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(tested, fc.integer({ min: 0, max: 8 }), fc.nat(), (testActors, k, seed) => {
        const split = holdoutSplit(rows, { testActors, validationActors: k, seed });
        assertDisjoint(split, actors);
        expect(actorsOf(split.validation)).toHaveLength(k);
        expect(actorsOf(split.train)).toHaveLength(24 - testActors.length - k);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    [{ testActors: [25] }, 'an actor of 25 to test'],
    [{ validationActors: 20 }, '20 others to validate and another to train'],
    [{ validationActors: 21 }, '21 others'],
    [{ validationActors: -1 }, '`validationActors` must be an integer of 0 or more, got -1'],
    [{ seed: 0.5 }, 'holdoutSplit: `seed` must be an integer'],
  ])('refuses %j', (options, message) => {
    expect(() => holdoutSplit(rows, { seed: 0, ...options })).toThrow(message);
  });
});
