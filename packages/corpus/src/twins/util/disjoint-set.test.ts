import { expect, test } from 'vitest';
import { DisjointSet } from './disjoint-set.ts';

test('merged numbers are one group, through any others, and the rest are alone', () => {
  const set = new DisjointSet(6);
  expect([0, 1, 2, 3, 4, 5].map((i) => set.find(i))).toEqual([0, 1, 2, 3, 4, 5]);
  set.merge(4, 1);
  set.merge(2, 3);
  set.merge(3, 4);
  const [root] = [1, 2, 3, 4].map((i) => set.find(i));
  expect([1, 2, 3, 4].map((i) => set.find(i))).toEqual([root, root, root, root]);
  expect([set.find(0), set.find(5)]).toEqual([0, 5]);
});
