import { describe, expect, it } from 'vitest';
import { clipSplits } from './clip-splits.ts';
import type { Fold } from './fold.ts';
import { groupKFold } from './group-k-fold.ts';
import { holdoutSplit } from './holdout-split.ts';
import { referenceSplit } from './reference-split.ts';
import type { Row } from './row.ts';
import { speakerSplits } from './speaker-splits.ts';
import { stratifiedGroupKFold } from './stratified-group-k-fold.ts';
import { stratifiedKFold } from './stratified-k-fold.ts';
import { stratifiedShuffleSplit } from './stratified-shuffle-split.ts';
import { trainTestSplit } from './train-test-split.ts';

// What a seed draws is published with the results, and may not change: the numbers below are what
// the first version drew. Facts about splits stand in the test of each.
const y = [...'aabbabcabcabcacb'];
const groups = [...'0011223344556677'];
const rows = y.map(
  (label, i): Row => ({ clip: `c${i}`, label, speaker: groups[i], variant: 'original' }),
);
const testsOf = (folds: Fold[]): number[][] => folds.map(({ test }) => test);
const ascending = (indices: number[]): number[] => [...indices].sort((a, b) => a - b);

describe('a seed draws what it always did:', () => {
  it('trainTestSplit', () => {
    expect(trainTestSplit(9, { seed: 3 })).toEqual({ train: [7, 3, 6, 1, 0, 2], test: [4, 8, 5] });
  });

  const stratified: Fold = {
    train: [4, 9, 12, 11, 2, 8, 0, 5, 14, 1, 10],
    test: [7, 15, 3, 13, 6],
  };

  it('trainTestSplit, stratified', () => {
    expect(trainTestSplit(16, { stratify: y, seed: 3, testSize: 0.3 })).toEqual(stratified);
  });

  it('stratifiedShuffleSplit, one draw after the other', () => {
    expect(stratifiedShuffleSplit(y, { nSplits: 2, testSize: 0.3, seed: 3 })).toEqual([
      stratified,
      { train: [12, 8, 15, 2, 4, 3, 1, 9, 10, 13, 6], test: [0, 14, 5, 11, 7] },
    ]);
  });

  it('stratifiedKFold', () => {
    expect(testsOf(stratifiedKFold(y, { nSplits: 3, shuffle: true, seed: 3 }))).toEqual([
      [1, 2, 6, 8, 9, 10],
      [3, 4, 13, 14, 15],
      [0, 5, 7, 11, 12],
    ]);
  });

  it('groupKFold', () => {
    expect(testsOf(groupKFold(groups, { nSplits: 3, shuffle: true, seed: 3 }))).toEqual([
      [0, 1, 2, 3, 10, 11],
      [4, 5, 6, 7, 8, 9],
      [12, 13, 14, 15],
    ]);
  });

  it('stratifiedGroupKFold', () => {
    const folds = stratifiedGroupKFold(y, groups, { nSplits: 3, shuffle: true, seed: 3 });
    expect(testsOf(folds)).toEqual([
      [2, 3, 4, 5, 8, 9, 12, 13],
      [0, 1, 14, 15],
      [6, 7, 10, 11],
    ]);
  });

  it('clipSplits', () => {
    expect(clipSplits(rows, { seed: 3, folds: 2, validation: 0.4 })).toEqual([
      { train: [9, 10, 13, 15], validation: [0, 2, 5, 6], test: [1, 3, 4, 7, 8, 11, 12, 14] },
      { train: [4, 7, 8, 12], validation: [1, 3, 11, 14], test: [0, 2, 5, 6, 9, 10, 13, 15] },
    ]);
  });

  it('referenceSplit', () => {
    expect(referenceSplit(rows, { seed: 3 })).toEqual({
      train: [4, 6, 9, 12, 11, 2, 8, 0, 5, 14],
      validation: [1, 10],
      test: [7, 15, 3, 13],
    });
  });

  it('speakerSplits, one fold after the other', () => {
    expect(speakerSplits(rows, { seed: 3, folds: [['0', '1'], ['2']] })).toEqual([
      {
        train: [6, 7, 8, 9, 12, 13],
        validation: [4, 5, 10, 11, 14, 15],
        test: [0, 1, 2, 3],
      },
      {
        train: [2, 3, 6, 7, 10, 11, 14, 15],
        validation: [0, 1, 8, 9, 12, 13],
        test: [4, 5],
      },
    ]);
  });

  it('holdoutSplit', () => {
    expect(holdoutSplit(rows, { seed: 3, testSpeakers: ['7'] })).toEqual({
      train: [6, 7, 8, 9, 10, 11, 12, 13],
      validation: [0, 1, 2, 3, 4, 5],
      test: [14, 15],
    });
  });
});

/** A class in each third of the samples; five folds and ten draws fit. */
const many = Array.from({ length: 60 }, (_, i) => i % 3);
const speakers = many.map((_, i) => i % 20);

describe('the defaults are', () => {
  it.each<[string, unknown, unknown]>([
    ['trainTestSplit', trainTestSplit(60), trainTestSplit(60, { testSize: 0.25, seed: 0 })],
    [
      'stratifiedShuffleSplit',
      stratifiedShuffleSplit(many),
      stratifiedShuffleSplit(many, { nSplits: 10, testSize: 0.1, seed: 0 }),
    ],
    [
      'stratifiedKFold',
      stratifiedKFold(many),
      stratifiedKFold(many, { nSplits: 5, shuffle: false }),
    ],
    [
      'stratifiedKFold, shuffled',
      stratifiedKFold(many, { shuffle: true }),
      stratifiedKFold(many, { nSplits: 5, shuffle: true, seed: 0 }),
    ],
    ['groupKFold', groupKFold(speakers), groupKFold(speakers, { nSplits: 5, shuffle: false })],
    [
      'groupKFold, shuffled',
      groupKFold(speakers, { shuffle: true }),
      groupKFold(speakers, { nSplits: 5, shuffle: true, seed: 0 }),
    ],
    [
      'stratifiedGroupKFold',
      stratifiedGroupKFold(many, speakers),
      stratifiedGroupKFold(many, speakers, { nSplits: 5, shuffle: false }),
    ],
    [
      'stratifiedGroupKFold, shuffled',
      stratifiedGroupKFold(many, speakers, { shuffle: true }),
      stratifiedGroupKFold(many, speakers, { nSplits: 5, shuffle: true, seed: 0 }),
    ],
    [
      'referenceSplit',
      referenceSplit(rows, { seed: 1 }),
      referenceSplit(rows, { seed: 1, testSize: 0.2, validation: 0.15 }),
    ],
    [
      'holdoutSplit',
      holdoutSplit(rows, { seed: 1, testSpeakers: ['0'] }),
      holdoutSplit(rows, { seed: 1, testSpeakers: ['0'], validationSpeakers: 3 }),
    ],
  ])('those that %s documents', (_, left, written) => {
    expect(left).toEqual(written);
  });

  it('no others', () => {
    // Each option changes the split, so that equal splits are of equal options.
    expect(trainTestSplit(60).test).toHaveLength(15);
    expect(stratifiedShuffleSplit(many)).toHaveLength(10);
    expect(stratifiedShuffleSplit(many)[0].test).toHaveLength(6);
    expect(stratifiedKFold(many)).toHaveLength(5);
    expect(groupKFold(speakers)).toHaveLength(5);
    expect(stratifiedGroupKFold(many, speakers)).toHaveLength(5);
    expect(trainTestSplit(60)).not.toEqual(trainTestSplit(60, { seed: 1 }));
    expect(stratifiedShuffleSplit(many)).not.toEqual(stratifiedShuffleSplit(many, { seed: 1 }));
    for (const options of [{ shuffle: true }, { shuffle: true, seed: 1 }]) {
      expect(stratifiedKFold(many)).not.toEqual(stratifiedKFold(many, options));
      expect(groupKFold(speakers)).not.toEqual(groupKFold(speakers, options));
      expect(stratifiedGroupKFold(many, speakers)).not.toEqual(
        stratifiedGroupKFold(many, speakers, options),
      );
    }
  });
});

describe('indices ascend on every side, whatever the order of the rows, of', () => {
  const shuffled = [...rows].reverse();

  it.each<[string, { train: number[]; validation?: number[]; test: number[] }[]]>([
    ['clipSplits', clipSplits(shuffled, { seed: 3, folds: 2, validation: 0.4 })],
    ['speakerSplits', speakerSplits(shuffled, { seed: 3, folds: [['0', '1'], ['2']] })],
    ['holdoutSplit', [holdoutSplit(shuffled, { seed: 3, testSpeakers: ['7', '1'] })]],
    ['stratifiedKFold', stratifiedKFold(y, { nSplits: 3, shuffle: true })],
    ['groupKFold', groupKFold(groups, { shuffle: true })],
    ['stratifiedGroupKFold', stratifiedGroupKFold(y, groups, { shuffle: true })],
  ])('%s', (_, splits) => {
    for (const { train, validation = [], test } of splits) {
      for (const side of [train, validation, test]) expect(side).toEqual(ascending(side));
    }
  });
});

describe('conditions', () => {
  // Every speaker has a clip of each condition, and one of none.
  const mixed = ['speech', 'song', undefined].flatMap((condition) =>
    rows.map((row) => ({
      ...row,
      clip: `${row.clip} ${condition}`,
      ...(condition !== undefined && { condition }),
    })),
  );
  const of = (indices: number[]): unknown[] => [...new Set(indices.map((i) => mixed[i].condition))];

  it.each<[string[] | undefined, string[] | undefined, unknown[], unknown[]]>([
    [undefined, undefined, ['speech', 'song', undefined], ['speech', 'song', undefined]],
    [['song'], undefined, ['song'], ['song']],
    [['song'], ['speech'], ['song'], ['speech']],
    [undefined, ['speech'], ['speech', 'song', undefined], ['speech']],
    [[''], undefined, [undefined], [undefined]],
  ])('%j train and %j test', (conditions, testConditions, trained, tested) => {
    const options = { seed: 0, conditions, testConditions };
    for (const { train, validation, test } of [
      holdoutSplit(mixed, { ...options, testSpeakers: ['0'] }),
      ...speakerSplits(mixed, { ...options, folds: [['0'], ['5', '6']] }),
    ]) {
      expect([of(train), of(validation), of(test)]).toEqual([trained, tested, tested]);
    }
    for (const { train, validation, test } of clipSplits(mixed, {
      seed: 0,
      folds: 2,
      validation: 0.4,
      conditions,
    })) {
      expect(of([...train, ...validation, ...test])).toEqual(trained);
    }
  });
});
