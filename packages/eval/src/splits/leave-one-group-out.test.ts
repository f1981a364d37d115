import { expect, it } from 'vitest';
import { leaveOneGroupOut } from './leave-one-group-out.ts';

it('tests each group once, in order', () => {
  expect(leaveOneGroupOut([10, 9, 10, 2])).toEqual([
    { train: [0, 1, 2], test: [3] },
    { train: [0, 2, 3], test: [1] },
    { train: [1, 3], test: [0, 2] },
  ]);
});

it('refuses a single group', () => {
  expect(() => leaveOneGroupOut(['a', 'a'])).toThrow('two groups or more, got 1');
});
