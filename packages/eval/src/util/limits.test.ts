import { expect, it } from 'vitest';
import { classificationReport } from '../metrics/classification-report.ts';
import { confusionMatrix } from '../metrics/confusion-matrix.ts';
import { formatReport } from '../reports/format-report.ts';
import { groupKFold } from '../splits/group-k-fold.ts';
import { leaveOneGroupOut } from '../splits/leave-one-group-out.ts';
import { stratifiedGroupKFold } from '../splits/stratified-group-k-fold.ts';
import { stratifiedKFold } from '../splits/stratified-k-fold.ts';
import { stratifiedShuffleSplit } from '../splits/stratified-shuffle-split.ts';
import { trainTestSplit } from '../splits/train-test-split.ts';
import { checkInteger } from './check-integer.ts';
import { checkMost } from './check-most.ts';
import { checkMostIndices } from './check-most-indices.ts';
import { labelList } from './label-list.ts';
import { listed } from './listed.ts';

const none = (): void => {};

// Each limit, with what is just within it and what is just beyond.
it.each<[string, () => unknown, () => unknown]>([
  [
    'f: folds × samples must be at most 100000000, got 2 × 50000001',
    () => checkMostIndices('f', 2, 5e7),
    () => checkMostIndices('f', 2, 50_000_001),
  ],
  [
    'f: `rows` must hold 3 or fewer, got 4',
    () => checkMost('f', 'rows', 3, 3),
    () => checkMost('f', 'rows', 4, 3),
  ],
  [
    'f: `k` must be a whole number in [1, 3], got 4',
    () => checkInteger('f', 'k', 3, 1, 3),
    () => checkInteger('f', 'k', 4, 1, 3),
  ],
  [
    'f: `k` must be a whole number in [1, 3], got 0',
    () => checkInteger('f', 'k', 1, 1, 3),
    () => checkInteger('f', 'k', 0, 1, 3),
  ],
  [
    'f: `k` must be a whole number ≥ 1, got "1"',
    () => checkInteger('f', 'k', 1e12, 1),
    () => checkInteger('f', 'k', '1' as never, 1),
  ],
  [
    'trainTestSplit: `n` must be a whole number in [0, 100000000], got 100000001',
    none,
    () => trainTestSplit(1e8 + 1),
  ],
  [
    '`nSplits` must be a whole number in [1, 1000000], got 1000001',
    none,
    () => stratifiedShuffleSplit([0, 1], { nSplits: 1e6 + 1 }),
  ],
  [
    'formatReport: `digits` must be a whole number in [0, 100], got 101',
    () => formatReport(classificationReport([0], [0]), { digits: 100 }),
    () => formatReport(classificationReport([0], [0]), { digits: 101 }),
  ],
  [
    'formatReport: `digits` must be a whole number in [0, 100], got -1',
    () => formatReport(classificationReport([0], [0]), { digits: 0 }),
    () => formatReport(classificationReport([0], [0]), { digits: -1 }),
  ],
  [
    'confusionMatrix: `labels` must hold 4096 or fewer, got 4097',
    none,
    () => confusionMatrix([0], [0], { labels: [...Array(4097).keys()] }),
  ],
])('%s', (message, within, beyond) => {
  expect(within).not.toThrow();
  expect(beyond).toThrow(
    expect.objectContaining({ code: 'bad-argument', message: expect.stringContaining(message) }),
  );
});

// A column of numbers in place of groups makes n² indices.
const n = 10_001;
const numbers = Array.from({ length: n }, (_, i) => i);
const ones = new Array<number>(n).fill(1);
it.each<[string, () => unknown]>([
  ['stratifiedKFold', () => stratifiedKFold(ones, { nSplits: n })],
  ['groupKFold', () => groupKFold(numbers, { nSplits: n })],
  ['stratifiedGroupKFold', () => stratifiedGroupKFold(ones, numbers, { nSplits: n })],
  ['stratifiedShuffleSplit', () => stratifiedShuffleSplit(ones, { nSplits: n })],
  ['leaveOneGroupOut', () => leaveOneGroupOut(numbers)],
])('%s refuses folds that hold more than 1e8 indices', (name, call) => {
  expect(call).toThrow(`${name}: folds × samples must be at most 100000000, got 10001 × 10001`);
});

it('a list of 20 stands in a message, one of more is cut', () => {
  const numbers = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
  expect(listed(numbers(20))).toBe(numbers(20).join(', '));
  expect(listed(numbers(21))).toBe(`${numbers(20).join(', ')} and 1 more`);
  expect(labelList(numbers(20))).toBe(JSON.stringify(numbers(20)));
  expect(labelList([...numbers(21), 7n])).toBe(`${JSON.stringify(numbers(20))} and 2 more`);
  expect(labelList(['1', 1, 2n, undefined, Number.NaN])).toBe('["1",1,"2n",null,null]');
});
