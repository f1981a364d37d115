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

test('a name of any length takes no time', () => {
  expect(closestName('n'.repeat(10_000_000), ['n'.repeat(10_000_000)])).toBeUndefined();
});
