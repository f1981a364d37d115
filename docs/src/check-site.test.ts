import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkSite } from './check-site.ts';

let folder: string;
const put = (file: string, text: string): void => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ser-site-'));
  put('index.html', '<a href="guides/a.html#first">a</a> <a href="https://zenodo.org">z</a>');
  put(
    'guides/a.html',
    '<h2 id="first">First</h2> <a href="../index.html">home</a> <a href="#first">up</a>',
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

test('counts pages and the links between them', () => {
  expect(checkSite(folder)).toEqual({ pages: 2, links: 3 });
});

test.each([
  ['a page that is not there', '<a href="b.html">b</a>', 'links to b.html'],
  ['a heading that is not there', '<a href="a.html#last">b</a>', 'which has no such heading'],
  ["a link from the server's root", '<a href="/index.html">b</a>', 'links to /index.html'],
  [
    'a script from elsewhere',
    '<script src="https://x.org/a.js"></script>',
    'fetches https://x.org',
  ],
  ['a style from elsewhere', '<link rel="stylesheet" href="//x.org/a.css">', 'fetches //x.org'],
])('%s is named', (_, html, complaint) => {
  put('guides/b2.html', html);
  expect(() => checkSite(folder)).toThrow(`guides/b2.html`);
  expect(() => checkSite(folder)).toThrow(complaint);
});

test('a font of a style from elsewhere is named', () => {
  put('style.css', '@font-face { src: url("https://x.org/a.woff2") }');
  expect(() => checkSite(folder)).toThrow('style.css fetches https://x.org/a.woff2');
});
