import { expect, test } from 'vitest';
import { type ReleaseState, releaseObstacles } from './release-obstacles.ts';

const READY: ReleaseState = {
  manifests: [{ name: '@ser/eval', version: '0.1.0' }],
  changesets: ['config.json', 'README.md'],
  slug: 'a/b',
  repository: 'a/b',
};

test('nothing is in the way of a version that its own repository publishes', () => {
  expect(releaseObstacles(READY)).toEqual([]);
});

test.each<[Partial<ReleaseState>, RegExp]>([
  [{ slug: 'c/d' }, /set-repository\.ts https:\/\/github\.com\/a\/b/],
  [{ changesets: ['new.md'] }, /^1 changesets/],
  [{ manifests: [{ name: '@ser/eval', version: '0.0.0' }] }, /@ser\/eval has no version yet/],
])('%o is in the way', (state, said) => {
  const obstacles = releaseObstacles({ ...READY, ...state });
  expect(obstacles).toHaveLength(1);
  expect(obstacles[0]).toMatch(said);
});
