import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { anchorsOf } from './anchors.ts';
import { destinationOf, isExternal, linksOf } from './links.ts';

const ROOT = join(import.meta.dirname, '../..');
const FILES = ['*.md', 'docs/guides/*.md', '{packages,examples}/*/*.md', 'tools/*/**/README.md'];
const EXCLUDED = ['**/node_modules/**'];

const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

test('every link of every Markdown file leads to a file, and to a heading there', () => {
  const files = globSync(FILES, { cwd: ROOT, exclude: EXCLUDED });
  expect(files.length).toBeGreaterThan(20);
  const faults = files.flatMap((file) =>
    linksOf(textOf(file))
      .filter(({ target }) => !isExternal(target))
      .filter(({ target }) => !leadsSomewhere(file, target))
      .map(({ source }) => `${file}: ${source}`),
  );
  expect(faults).toEqual([]);
});

function leadsSomewhere(from: string, target: string): boolean {
  const { file, anchor, exists } = destinationOf(ROOT, from, target);
  return exists && (anchor === '' || anchorsOf(textOf(file)).includes(anchor));
}

test('links in code and in comments are none', () => {
  const markdown = '`[a](b)` <!-- [c](d) -->\n\n```\n[e](f)\n```\n\n[g](h#i) ';
  expect(linksOf(markdown).map(({ target }) => target)).toEqual(['h#i']);
});

test('of a picture that is a link both are', () => {
  const targets = linksOf('[![a picture](b.png)](#c)').map(({ target }) => target);
  expect(targets).toEqual(['#c', 'b.png']);
});

test('a link that leads nowhere is found', () => {
  expect(leadsSomewhere('README.md', 'packages/eval')).toBe(true);
  expect(leadsSomewhere('README.md', 'packages/eval#splits')).toBe(true);
  expect(leadsSomewhere('README.md', 'packages/eval#splitz')).toBe(false);
  expect(leadsSomewhere('README.md', 'packages/evil')).toBe(false);
});
