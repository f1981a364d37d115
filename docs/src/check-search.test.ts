import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import lunr from 'lunr';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkSearch } from './check-search.ts';

/** As TypeDoc writes it: names, and words that count as much. */
const ROWS = [
  { name: 'speed', words: '' },
  { name: 'speedStep', words: '' },
  ...['a', 'b', 'c'].map((end) => ({ name: `speed${end}`, words: '' })),
  { name: 'Benchmarks', words: 'fast' },
  { name: 'Security', words: 'report vulnerability' },
];

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ser-search-'));
  const builder = new lunr.Builder();
  builder.ref('id');
  builder.field('name');
  builder.field('words');
  for (const [id, { name, words }] of ROWS.entries()) {
    builder.add({ id, name: name.toLowerCase(), words });
  }
  const data = JSON.stringify({ rows: ROWS, index: builder.build() });
  mkdirSync(join(folder, 'assets'));
  const packed = deflateSync(data).toString('base64');
  writeFileSync(join(folder, 'assets/search.js'), `window.searchData = "${packed}";`);
});
afterEach(() => rmSync(folder, { recursive: true }));

test('counts the queries that find their page, questions too', () => {
  const words = new Map([
    ['Benchmarks', ['fast', 'how fast is it?']],
    ['Security', ['vulnerability']],
  ]);
  expect(checkSearch(folder, words)).toBe(3);
});

test('names a query that finds other pages first', () => {
  const words = new Map([['Benchmarks', ['speed', 'fast']]]);
  expect(() => checkSearch(folder, words)).toThrow('speed finds speed, ');
});
