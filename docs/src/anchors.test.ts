import { expect, test } from 'vitest';
import { anchorsOf } from './anchors.ts';

test('a heading is lower case, with hyphens and without marks', () => {
  expect(anchorsOf('# What it is, and is not: `f(x)`')).toEqual(['what-it-is-and-is-not-fx']);
});

test('a second heading of one name is numbered', () => {
  expect(anchorsOf('## Errors\n\n## Errors')).toEqual(['errors', 'errors-1']);
});

test('a comment in code is no heading', () => {
  expect(anchorsOf('```sh\n# install\n```\n\n# Title')).toEqual(['title']);
});
