import { expect, it } from 'vitest';
import { madeEntry } from '../testing/made-entry.ts';
import { type SortKey, sortEntries } from './sort-entries.ts';

const entries = [
  madeEntry(1, 'take 10.wav', { label: 'sad', score: 0.5, duration: 2 }),
  madeEntry(2, 'broken.wav'),
  madeEntry(3, 'take 9.wav', { label: 'angry', score: 0.9, duration: 3 }),
  madeEntry(4, 'take 1.wav', { label: 'sad', score: 0.7, duration: 2 }),
];

it.each<[SortKey, up: number[], down: number[]]>([
  ['added', [1, 2, 3, 4], [4, 3, 2, 1]],
  ['name', [2, 4, 3, 1], [1, 3, 4, 2]],
  ['duration', [1, 4, 3, 2], [3, 1, 4, 2]],
  ['label', [3, 1, 4, 2], [1, 4, 3, 2]],
  ['score', [1, 4, 3, 2], [3, 4, 1, 2]],
])('sorts by %s', (key, up, down) => {
  const ids = (descending: boolean) =>
    sortEntries(entries, { key, descending }).map(({ id }) => id);
  expect(ids(false)).toEqual(up);
  expect(ids(true)).toEqual(down);
});
