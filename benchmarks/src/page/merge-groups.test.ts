import { expect, test } from 'vitest';
import type { GroupFigures } from './figures.ts';
import { mergeGroups } from './merge-groups.ts';

const group = (name: string, measured: string): GroupFigures => ({
  name,
  heading: name,
  about: '',
  measured,
  processor: '',
  versions: {},
  figures: [],
});

test('groups measured now replace the committed ones, in the order of the names', () => {
  const committed = [group('b', 'then'), group('a', 'then'), group('gone', 'then')];
  const merged = mergeGroups(['a', 'b', 'c', 'never'], committed, [
    group('c', 'now'),
    group('b', 'now'),
  ]);
  expect(merged).toEqual([group('a', 'then'), group('b', 'now'), group('c', 'now')]);
});
