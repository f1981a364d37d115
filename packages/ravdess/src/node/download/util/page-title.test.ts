import { expect, test } from 'vitest';
import { isWebPage, quoteTitle, readBeginning } from './page-title.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  '<!DOCTYPE html>',
  '<html lang="en">',
  '<HEAD>',
  '<body>',
  '\n\t <html>',
  `${' '.repeat(251)}<html>`,
])('%j begins a web page', (text) => {
  expect(isWebPage(bytes(text))).toBe(true);
});

test.each(['', 'PK\u0003\u0004<html>', '<?xml version="1.0"?>', '<p>', `${' '.repeat(252)}<html>`])(
  '%j begins none',
  (text) => {
    expect(isWebPage(bytes(text))).toBe(false);
  },
);

test('a title is quoted behind a space, and one that is missing is nothing', () => {
  expect(quoteTitle(bytes('<html><title>Sign in</title>'))).toBe(' "Sign in"');
  expect(quoteTitle(bytes('<html>'))).toBe('');
});

test('no more than 64 KiB of a page are read, in whatever pieces they come', async () => {
  let pieces = 0;
  async function* endless(size: number): AsyncGenerator<Uint8Array> {
    for (;;) yield new Uint8Array(size).fill(++pieces);
  }
  const beginning = await readBeginning(endless(40_000));
  expect(beginning).toHaveLength(65_536);
  expect(pieces).toBe(2);
  expect([beginning[39_999], beginning[40_000], beginning[65_535]]).toEqual([1, 2, 2]);
  pieces = 0;
  expect(await readBeginning(endless(65_535))).toHaveLength(65_536);
  expect(pieces).toBe(2);
  pieces = 0;
  expect(await readBeginning(endless(65_536))).toHaveLength(65_536);
  expect(pieces).toBe(1);
});

test('a short page is read to its end, and none is no bytes', async () => {
  async function* short(): AsyncGenerator<Uint8Array> {
    yield* [bytes('ab'), bytes('c')];
  }
  expect(String(await readBeginning(short()))).toBe('abc');
  expect(await readBeginning(null)).toHaveLength(0);
});
