import { describe, expect, it } from 'vitest';
import { SMALL_SPEAKERS, smallTable } from '../testing/small-table.ts';
import { foldCount, type SplitPlan, splitFolds, splitRows } from './split-rows.ts';

const rows = smallTable().rows.flatMap((row) => [row, { ...row, variant: 'noise' }]);
const options = {
  folds: 5,
  conditions: null,
  testConditions: null,
  speakers: SMALL_SPEAKERS,
  seed: 3,
} satisfies Omit<SplitPlan, 'protocol'>;

describe.each(['clip', 'speaker', 'holdout'] as const)('splitRows %s', (protocol) => {
  const split = splitRows(rows, { ...options, fold: 1, protocol });
  const clips = (part: 'train' | 'validation' | 'test') =>
    new Set(split[part].map((i) => rows[i].clip));

  it('keeps every row of a tested clip out of training and choosing', () => {
    const seen = new Set([...clips('train'), ...clips('validation')]);
    for (const clip of clips('test')) expect(seen.has(clip)).toBe(false);
  });

  it('tests originals alone', () => {
    expect(new Set(split.test.map((i) => rows[i].variant))).toEqual(new Set(['original']));
  });

  it('uses each row once', () => {
    const all = [...split.train, ...split.validation, ...split.test];
    expect(new Set(all).size).toBe(all.length);
  });

  it('validates on 15 % of the training rows', () => {
    const n = split.train.length + split.validation.length;
    expect(split.validation).toHaveLength(Math.ceil(0.15 * n));
  });

  it('draws the rows that validate by the seed', () => {
    const chosen = [3, 4].map((seed) => splitRows(rows, { ...options, seed, fold: 1, protocol }));
    expect(chosen[1].validation).not.toEqual(chosen[0].validation);
  });

  it('is the fold of splitFolds', () => {
    expect(split).toEqual(splitFolds(rows, { ...options, protocol })[0]);
  });
});

describe('speakers', () => {
  const plan = { ...options, protocol: 'speaker', testConditions: ['speech'], fold: 1 } as const;
  const split = splitRows(rows, plan);
  const distinct = (part: number[], key: 'condition' | 'speaker') =>
    [...new Set(part.map((i) => rows[i][key]))].sort();

  it('are tested on the test conditions alone, whatever trains', () => {
    expect(distinct(split.test, 'condition')).toEqual(['speech']);
    expect(distinct(split.train, 'condition')).toEqual(['song', 'speech']);
  });

  it('of a fold neither train nor choose', () => {
    expect(distinct(split.test, 'speaker')).toEqual(SMALL_SPEAKERS.folds[0]);
    const others = distinct([...split.train, ...split.validation], 'speaker');
    for (const speaker of SMALL_SPEAKERS.folds[0]) expect(others).not.toContain(speaker);
  });
});

it('knows how many folds there are', () => {
  const protocols = ['reference', 'clip', 'speaker', 'holdout'] as const;
  const counts = protocols.map((protocol) =>
    foldCount({ protocol, folds: 7, speakers: SMALL_SPEAKERS }),
  );
  expect(counts).toEqual([1, 7, 5, 1]);
});

it('refuses a fold that is not there', () => {
  const plan = { ...options, protocol: 'clip', fold: 6 } as const;
  expect(() => splitRows(rows, plan)).toThrow(
    'splitRows: `fold` must be in [1, 5] under the protocol clip, got 6',
  );
});

it.each(['clip', 'speaker', 'holdout', 'reference'] as const)(
  'refuses rows of one label alone under %s',
  (protocol) => {
    const calm = rows.filter(({ label }) => label === 'calm');
    expect(() => splitRows(calm, { ...options, fold: 1, protocol })).toThrow(
      expect.objectContaining({
        code: 'too-few',
        message: expect.stringMatching(
          /^the protocol \w+ must leave rows of two labels or more.*got calm alone$/,
        ),
      }),
    );
  },
);
