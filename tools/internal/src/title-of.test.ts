import { expect, test } from 'vitest';
import { titleOf } from './title-of.ts';

const titleIn = (page: string) => titleOf(new TextEncoder().encode(page));

test('the title of a page is one line without control characters', () => {
  expect(titleIn('<!doctype html><Title lang="en">\n Sign\u001b\tin </title>')).toBe('Sign in');
});

test('a long title is cut', () => {
  expect(titleIn(`<title>${'a'.repeat(1000)}`)).toBe('a'.repeat(100));
});

test.each(['', 'text', '<title> </title>'])('%j has none', (page) => {
  expect(titleIn(page)).toBeUndefined();
});

test('the first title counts, and it ends with the next tag or the page', () => {
  expect(titleIn('<title>One</title><title>Two</title>')).toBe('One');
  expect(titleIn('<title>One<b>Two')).toBe('One');
  expect(titleIn('<TITLE>Cut')).toBe('Cut');
});

test('bytes that are no text are no title', () => {
  expect(titleOf(Uint8Array.of(0xff, 0xfe, 0))).toBeUndefined();
});
