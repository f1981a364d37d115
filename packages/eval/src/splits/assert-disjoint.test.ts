import { expect, it } from 'vitest';
import { EvaluationError } from '../evaluation-error.ts';
import { assertDisjoint } from './assert-disjoint.ts';

const groups = ['a', 'a', 'b', 'c'];

it('passes a split whose groups stay together', () => {
  expect(() => assertDisjoint({ train: [0, 1], validation: [2], test: [3] }, groups)).not.toThrow();
});

it('passes a row that stands twice on one side', () => {
  expect(() => assertDisjoint({ train: [], test: [0, 0] }, groups)).not.toThrow();
});

it('names the group that leaks and the sides', () => {
  const call = (): void => assertDisjoint({ train: [0], validation: [2], test: [3, 1] }, groups);
  expect(call).toThrow(EvaluationError);
  expect(call).toThrow('got a in train and test');
});

it('refuses a row without a group', () => {
  expect(() => assertDisjoint({ train: [4], test: [] }, groups)).toThrow(
    '`groups` must have an entry for row 4, got 4 entries',
  );
});

it('takes what a voice is adapted to for no side', () => {
  const split = { train: [0], validation: [], test: [2, 3], adaptation: [2, 3] };
  expect(() => assertDisjoint(split, groups)).not.toThrow();
});
