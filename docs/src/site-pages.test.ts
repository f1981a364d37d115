import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FRONT_PAGE, sitePages } from './site-pages.ts';

const ROOT = join(import.meta.dirname, '../..');
const pages = sitePages(ROOT);

test('every guide and every README of a package is a page', () => {
  const files = globSync(['docs/guides/*.md', 'packages/*/README.md'], { cwd: ROOT })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
  const expected = files.filter((file) => file !== FRONT_PAGE);
  const listed = pages.filter(({ group }) => group === 'Guides' || group === 'Packages');
  expect(listed.map(({ file }) => file).sort()).toEqual(expected);
});

test('no two pages of a group have one title', () => {
  const titles = pages.map(({ group, title }) => `${group}: ${title}`);
  expect(new Set(titles).size).toBe(titles.length);
});
