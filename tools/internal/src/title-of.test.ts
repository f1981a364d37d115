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
