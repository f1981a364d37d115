import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stagePage } from './stage-page.ts';

const ROOT = join(import.meta.dirname, '../..');
const PAGES = new Set(['packages/eval/README.md', 'docs/guides/index.md']);

const staged = (markdown: string): string =>
  stagePage(ROOT, 'docs/guides/index.md', markdown, PAGES);

test('a folder is its README', () => {
  expect(staged('[eval](../../packages/eval#splits)')).toBe(
    '[eval](../../packages/eval/README.md#splits)',
  );
});

test('of what is no page the text stays', () => {
  expect(staged('see [the licence](../../LICENSE).')).toBe('see the licence.');
});

test('a picture is taken where it lies', () => {
  expect(staged('![a picture](../../examples/browser-demo/picture.png)')).toBe(
    '![a picture](../../../../examples/browser-demo/picture.png)',
  );
});

test('links elsewhere and within the page stay as they are', () => {
  const markdown = '[a](https://zenodo.org) [b](#packages)';
  expect(staged(markdown)).toBe(markdown);
});

test('a card is shown without what it says to registries', () => {
  expect(staged('---\nlicense: mit\n---\n\n# Card')).toBe('\n# Card');
});

test('what comments say of code is not shown', () => {
  expect(staged('<!-- with\nconst x = 1; -->\n```ts\nx;\n```')).toBe('```ts\nx;\n```');
});

test('code of no language is no TypeScript', () => {
  expect(staged('```\na\n```\n\n```sh\nb\n```')).toBe('```text\na\n```\n\n```sh\nb\n```');
});
