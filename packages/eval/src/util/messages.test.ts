import { expect, describe as group, it } from 'vitest';
import { recordingOf } from '../splits/recording-of.ts';
import { describe } from './describe.ts';
import { groupIndices } from './group-indices.ts';
import { indexOfMax } from './index-of-max.ts';
import { percent } from './percent.ts';
import { printable } from './printable.ts';
import { uniqueLabels } from './unique-labels.ts';

group('describe', () => {
  it.each<[unknown, string]>([
    [[1, 2], 'an array'],
    [Float32Array.of(1), 'an array'],
    [() => {}, 'a function'],
    [{ a: 1 }, 'an object'],
    [null, 'null'],
    [undefined, 'undefined'],
    ['3', '"3"'],
    [3, '3'],
    [7n, '7'],
    [Symbol('s'), 'Symbol(s)'],
  ])('says what %o is', (value, text) => {
    expect(describe(value)).toBe(text);
  });
});

group('printable', () => {
  it.each([
    ['plain, Ärger', 'plain, Ärger'],
    ['a\nb\tc', 'a\\nb\\tc'],
    ['\u001b[31m', '\\x1b[31m'],
    ['\u2028\u2029\u0085', '\\u2028\\u2029\\x85'],
  ])('of %j is %j', (text, shown) => {
    expect(printable(text)).toBe(shown);
  });
});

group('uniqueLabels', () => {
  it('sorts numbers by value', () => {
    expect(uniqueLabels('f', [10, 9, -1, 10], Float32Array.of(2.5))).toEqual([-1, 2.5, 9, 10]);
  });

  it('sorts strings by code unit, as scikit-learn does', () => {
    expect(uniqueLabels('f', ['b', 'Z', 'ä', 'a10', 'a9', 'B'])).toEqual([
      'B',
      'Z',
      'a10',
      'a9',
      'b',
      'ä',
    ]);
  });
});

it('groupIndices keeps the order in which keys occur, and tells 1 from "1"', () => {
  expect([...groupIndices<string | number>(['b', 1, 'b', '1'])]).toEqual([
    ['b', [0, 2]],
    [1, [1]],
    ['1', [3]],
  ]);
});

it.each([
  [[3, 5, 5], 1],
  [[-2, -1, -3], 1],
  [[4], 0],
])('indexOfMax of %j is %i', (values, index) => {
  expect(indexOfMax(values)).toBe(index);
});

it.each([
  [0.834, undefined, '83 %'],
  [0.8349, 1, '83.5 %'],
  [1, 2, '100.00 %'],
])('percent of %d with %o digits is %j', (value, digits, text) => {
  expect(percent(value, digits)).toBe(text);
});

it.each([
  [{ clip: 'a' }, 'a'],
  [{ clip: 'a', recording: 'r' }, 'r'],
  // An empty name is a name.
  [{ clip: 'a', recording: '' }, ''],
])('recordingOf %j is %j', (row, recording) => {
  expect(recordingOf(row)).toBe(recording);
});
