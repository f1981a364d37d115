import { expect, test } from 'vitest';
import { closestName } from './closest-name.ts';

const names = ['nMels', 'nMfcc', 'fMin', 'fMax', 'htk', 'nIterNoChange'];

test.each([
  ['nmels', 'nMels'],
  ['nMel', 'nMels'],
  ['n_mels', 'nMels'],
  ['fmax', 'fMax'],
  ['n_iter_no_change', 'nIterNoChange'],
])('%s probably meant %s', (name, meant) => {
  expect(closestName(name, names)).toBe(meant);
});

test.each(['hopLength', 'x', ''])('%o is close to nothing', (name) => {
  expect(closestName(name, names)).toBeUndefined();
});

test.each([
  ['abcdefgh', 'abXXefgh', true],
  ['abcdefgh', 'abXXXfgh', false],
  ['abcdefgh', 'abcdefghXX', true],
  ['abcdefgh', 'abcdefghXXX', false],
  ['abcdefgh', 'cdefgh', true],
  ['abcdefgh', 'defgh', false],
  ['abcd', 'bacd', true],
  ['ab', 'xy', false],
  ['abc', 'axy', true],
])('%s is close to %s: %s', (name, other, isClose) => {
  expect(closestName(name, [other])).toBe(isClose ? other : undefined);
});

test('the closest is meant, and the first of two that are equally close', () => {
  expect(closestName('sed', ['seeds', 'seed', 'sea'])).toBe('seed');
  expect(closestName('seed', [])).toBeUndefined();
});

test('hyphens and underscores are no edits', () => {
  expect(closestName('--a-b_c-d', ['aBCD'])).toBe('aBCD');
});

test('a name of 100 letters is compared, and a longer one is not', () => {
  const [name, longer] = ['n'.repeat(100), 'n'.repeat(101)];
  expect(closestName(name, [longer])).toBe(longer);
  expect(closestName(longer, [name])).toBeUndefined();
});

test('a name of any length takes no time', () => {
  expect(closestName('n'.repeat(10_000_000), ['n'.repeat(10_000_000)])).toBeUndefined();
});
