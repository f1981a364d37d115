import { referenceSplit } from '@ser/eval';
import { describe, expect, it } from 'vitest';
import { discriminantRecipe } from '../testing/small-plan.ts';
import { SMALL_SPEAKERS, smallTable } from '../testing/small-table.ts';
import { checkSplitSize, foldCount, type SplitPlan, splitFolds, splitRows } from './split-rows.ts';

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
    const folds = splitFolds(rows, { ...options, protocol });
    expect(folds).toHaveLength(protocol === 'holdout' ? 1 : 5);
    folds.forEach((expected, i) => {
      expect(splitRows(rows, { ...options, fold: i + 1, protocol })).toEqual(expected);
    });
  });

  it('has its rows in their order', () => {
    for (const part of [split.train, split.validation, split.test]) {
      expect(part).toEqual([...part].sort((a, b) => a - b));
    }
  });

  it('takes rows of the conditions alone', () => {
    const found = splitRows(rows, { ...options, fold: 1, protocol, conditions: ['song'] });
    const all = [...found.train, ...found.validation, ...found.test];
    expect(new Set(all.map((i) => rows[i].condition))).toEqual(new Set(['song']));
  });
});

it('draws the folds of clips by the seed', () => {
  const [a, b] = [3, 4].map((seed) => splitFolds(rows, { ...options, seed, protocol: 'clip' }));
  expect(a[0].test).not.toEqual(b[0].test);
});

it('validates on the rows on which it always has', () => {
  const { validation } = splitRows(rows, { ...options, fold: 1, protocol: 'holdout' });
  expect(validation.slice(0, 8)).toEqual([10, 17, 18, 20, 21, 34, 37, 38]);
});

it('leaves the reference split as it is', () => {
  const plan = { ...options, protocol: 'reference', fold: 1 } as const;
  expect(splitRows(rows, plan)).toEqual(referenceSplit(rows, { seed: 3 }));
});

describe('refuses data of which', () => {
  const plan = { ...options, protocol: 'holdout', fold: 1 } as const;
  const isTested = ({ speaker }: (typeof rows)[number]) => SMALL_SPEAKERS.holdout.includes(speaker);

  it.each([
    ['one row is left to train', 1, 'no clips to train'],
    ['two rows of one label are left to train', 2, 'got calm alone'],
  ])('%s', (_, count, message) => {
    const others = rows.filter((row) => !isTested(row)).slice(0, count);
    const few = [...rows.filter(isTested), ...others];
    expect(() => splitRows(few, plan)).toThrow(
      expect.objectContaining({
        name: 'ExperimentError',
        code: 'too-few',
        message: expect.stringContaining(message),
      }),
    );
  });
});

describe('the rows of all splits together', () => {
  const of = (length: number) => ({ length }) as typeof rows;
  const clip = { ...options, protocol: 'clip', folds: 4 } as const;

  it('may be 16,777,216', () => {
    expect(() => checkSplitSize(of(2 ** 20), clip, 4)).not.toThrow();
  });

  it.each([
    [2 ** 20 + 1, clip, 4],
    [2 ** 20, { ...clip, folds: 5 }, 4],
    [2 ** 20, clip, 5],
  ])('may not be more: %d rows, %o, %d seeds', (length, plan, seeds) => {
    expect(() => checkSplitSize(of(length), plan, seeds)).toThrow(
      expect.objectContaining({
        code: 'bad-plan',
        message:
          'the plan must split at most 16777216 rows in all folds of all seeds together, ' +
          `got ${length} rows, ${plan.folds} folds and ${seeds} seeds`,
      }),
    );
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

describe('a recipe that is fitted in one go', () => {
  it.each(['clip', 'speaker', 'holdout', 'reference'] as const)(
    'validates on nothing, and trains on the whole training side: %s',
    (protocol) => {
      const [network, own] = [undefined, discriminantRecipe].map((recipe) =>
        splitRows(rows, { ...options, protocol, fold: 1, recipe }),
      );
      expect(own.validation).toEqual([]);
      expect(own.test).toEqual(network.test);
      const side = [...network.train, ...network.validation];
      expect([...own.train].sort((a, b) => a - b)).toEqual(side.sort((a, b) => a - b));
    },
  );
});

describe('a plan without variants', () => {
  it.each(['clip', 'speaker', 'holdout', 'speaker-adapted'] as const)(
    'has them on no side, and splits the originals as if they were alone: %s',
    (protocol) => {
      const plan = { ...options, protocol, fold: 1, variants: false };
      const alone = splitRows(smallTable().rows, { ...plan, variants: true });
      const found = splitRows(rows, plan);
      // Each row of the small table is followed by its variant.
      const twice = (indices: readonly number[]) => indices.map((i) => 2 * i);
      expect(found).toEqual({
        train: twice(alone.train),
        validation: twice(alone.validation),
        test: twice(alone.test),
        ...(alone.adaptation && { adaptation: twice(alone.adaptation) }),
      });
    },
  );
});

describe('voices that are adapted to', () => {
  const plan = { ...options, protocol: 'speaker-adapted', fold: 1 } as const;

  it('have their clips named, and validation is drawn as ever', () => {
    const { adaptation, ...split } = splitRows(rows, { ...plan, adaptation: 'all' });
    expect(split).toEqual(splitRows(rows, { ...plan, protocol: 'speaker' }));
    expect(adaptation).toEqual(split.test);
  });

  it('are heard as often as the plan says', () => {
    const { adaptation = [], test } = splitRows(rows, { ...plan, adaptation: 3 });
    expect(adaptation).toHaveLength(3 * 5);
    expect(test).toHaveLength(5 * 5);
  });
});

it('has a fold for each speaker under loso, of the rows or of the lists', () => {
  const plan = { ...options, protocol: 'loso' } as const;
  expect(splitFolds(rows, plan)).toHaveLength(24);
  expect(foldCount(plan)).toBe(24);
  const some = rows.filter(({ speaker }) => speaker < '08');
  expect(splitFolds(some, { ...plan, speakers: null })).toHaveLength(7);
  expect(foldCount({ ...plan, speakers: null }, some)).toBe(7);
  expect(() => splitRows(some, { ...plan, fold: 8 })).toThrow(
    'splitRows: `fold` must be in [1, 7] under the protocol loso, got 8',
  );
});
