import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countBy, ravdessRows } from '../testing/ravdess-rows.ts';
import { assertDisjoint } from './assert-disjoint.ts';
import { clipSplits } from './clip-splits.ts';
import type { Row } from './row.ts';
import type { Split } from './split.ts';

const rows = ravdessRows();
const clips = rows.map(({ clip }) => clip);
const clipsOf = (indices: number[], of: Row[] = rows): string[] => indices.map((i) => of[i].clip);

describe('clipSplits', () => {
  const splits = clipSplits(rows, { seed: 1, conditions: ['speech'] });

  it('has 10 folds', () => {
    expect(splits).toHaveLength(10);
  });

  it('tests each of the 1,440 speech clips once', () => {
    const tested = countBy(splits.flatMap(({ test }) => clipsOf(test)));
    expect(tested.size).toBe(1440);
    expect(new Set(tested.values())).toEqual(new Set([1]));
  });

  it('has each clip on one side', () => {
    for (const split of splits) assertDisjoint(split, clips);
  });

  it('tests a tenth of the clips', () => {
    for (const { test } of splits) expect(test).toHaveLength(144);
  });

  it('validates on 15 % of the others, and trains on all variants of the rest', () => {
    for (const { train, validation } of splits) {
      expect(validation).toHaveLength(Math.ceil(0.15 * 1296));
      expect(train).toHaveLength(3 * (1296 - validation.length));
    }
  });

  it('tests and validates on originals', () => {
    for (const { validation, test } of splits) {
      for (const i of [...test, ...validation]) expect(rows[i].variant).toBe('original');
    }
  });

  it('gives every side of every fold its share of each label', () => {
    for (const { test, validation } of clipSplits(rows, { seed: 2, conditions: ['speech'] })) {
      for (const side of [test, validation]) {
        const counts = countBy(side.map((i) => rows[i].label));
        for (const [label, count] of counts) {
          const share = label === 'neutral' ? 1 / 15 : 2 / 15;
          expect(Math.abs(count - share * side.length)).toBeLessThan(1.01);
        }
        expect(counts.size).toBe(8);
      }
    }
  });

  it('does not depend on the order of the rows, nor on their variants', () => {
    const sides = (of: Row[]): string[][] =>
      clipSplits(of, { seed: 3, conditions: ['speech'] }).map(({ test, validation }) =>
        [...clipsOf(test, of), '|', ...clipsOf(validation, of)].sort(),
      );
    expect(sides([...rows].reverse())).toEqual(sides(rows));
    expect(sides(ravdessRows(['original']))).toEqual(sides(rows));
  });

  it('takes all conditions where none are named', () => {
    const all = clipSplits(rows, { seed: 0, folds: 5 });
    expect(all.flatMap(({ test }) => test)).toHaveLength(2452);
  });

  it('takes rows of one unnamed condition', () => {
    const unnamed = rows.map(({ condition: _, ...row }) => row);
    expect(clipSplits(unnamed, { seed: 0 })).toEqual(clipSplits(rows, { seed: 0 }));
  });

  describe('of any rows', () => {
    const clip = fc.record({
      label: fc.constantFrom('a', 'b', 'c'),
      condition: fc.constantFrom('speech', 'song'),
      variants: fc.subarray(['noise', 'pitch']),
    });
    const someRows = fc.array(clip, { minLength: 60, maxLength: 90 }).map((drawn): Row[] =>
      drawn.flatMap(({ label, condition, variants }, n) =>
        [...variants, 'original'].map((variant) => ({
          clip: `${n}`,
          // Every label has members for every fold and for validation.
          label: n < 30 ? 'abc'[n % 3] : label,
          speaker: `${n % 7}`,
          condition,
          variant,
        })),
      ),
    );
    const options = fc.record({
      seed: fc.nat(),
      folds: fc.integer({ min: 2, max: 5 }),
      validation: fc.constant(0.3),
    });
    const ofAnyRows = (fact: (split: Split, some: Row[]) => void): void =>
      fc.assert(
        fc.property(someRows, options, (some, drawn) => {
          for (const split of clipSplits(some, drawn)) fact(split, some);
        }),
        { numRuns: 50 },
      );

    it('no clip leaks', () => {
      ofAnyRows((split, some) =>
        assertDisjoint(
          split,
          some.map((row) => row.clip),
        ),
      );
    });

    it('every clip is on one side', () => {
      ofAnyRows(({ train, validation, test }, some) => {
        const clips = new Set(some.map((row) => row.clip)).size;
        const trained = new Set(clipsOf(train, some)).size;
        expect(trained + validation.length + test.length).toBe(clips);
      });
    });
  });

  it.each<[Row[], object, string]>([
    [[], {}, 'a class must have 10 members or more for 10 folds, got 0'],
    [rows, { validation: 1 }, '`validation` must be in [0, 1), got 1'],
    [rows, { folds: 1 }, 'clipSplits: `folds` must be a whole number ≥ 2, got 1'],
    [
      [{ ...rows[0], variant: 'noise' }],
      {},
      `one row of the clip ${rows[0].clip} whose variant is "original", got 0 among 1`,
    ],
    [[rows[0], rows[0]], {}, 'got 2 among 2'],
    [[rows[0], { ...rows[1], label: 'sad' }], {}, 'must have one label and one speaker'],
  ])('refuses %#', (some, options, message) => {
    expect(() => clipSplits(some, { seed: 0, ...options })).toThrow(message);
  });

  it('can do without validation', () => {
    for (const { train, validation, test } of clipSplits(rows, {
      seed: 0,
      validation: 0,
      conditions: ['speech'],
    })) {
      expect(validation).toEqual([]);
      expect(train.length / 3 + test.length).toBe(1440);
    }
  });
});
