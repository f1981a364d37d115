import { expect, it } from 'vitest';
import { ravdessRows } from '../testing/ravdess-rows.ts';
import { assertDisjoint } from './assert-disjoint.ts';
import { referenceSplit } from './reference-split.ts';

const rows = ravdessRows();

it("has the reference's sizes", () => {
  const { train, validation, test } = referenceSplit(rows, { seed: 0 });
  // Of 7,356 rows 1,472 are tested, as published; 15 % of 5,884 validate.
  expect([train.length, validation.length, test.length]).toEqual([5001, 883, 1472]);
  expect(new Set([...train, ...validation, ...test]).size).toBe(rows.length);
});

it('leaks', () => {
  const split = referenceSplit(rows, { seed: 0 });
  const clips = rows.map(({ clip }) => clip);
  expect(() => assertDisjoint(split, clips)).toThrow('must stand on one side');
});

it('is the same for the same seed', () => {
  expect(referenceSplit(rows, { seed: 5 })).toEqual(referenceSplit(rows, { seed: 5 }));
});

it('is another one for another seed', () => {
  expect(referenceSplit(rows, { seed: 5 })).not.toEqual(referenceSplit(rows, { seed: 6 }));
});

it('can do without validation', () => {
  expect(referenceSplit(rows, { seed: 0, validation: 0 }).validation).toEqual([]);
});

it('refuses to validate on all training rows', () => {
  expect(() => referenceSplit(rows, { seed: 0, validation: 1 })).toThrow(
    'referenceSplit: `validation` must be in [0, 1), got 1',
  );
});
