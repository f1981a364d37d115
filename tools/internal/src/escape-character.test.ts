import { expect, test } from 'vitest';
import { escapeCharacter } from './escape-character.ts';

test.each([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\u007f', '\\x7f'],
  ['\u00ff', '\\xff'],
  ['\u0100', '\\u0100'],
  ['\uffff', '\\uffff'],
  ['\u{10000}', '\\u{10000}'],
  ['', '\\x00'],
  ['\0', '\\x00'],
  ['\u001b', '\\x1b'],
  ['\u2028', '\\u2028'],
  ['\u{e0041}', '\\u{e0041}'],
  ['\ud800', '\\ud800'],
])('%j becomes %s', (character, escaped) => {
  expect(escapeCharacter(character)).toBe(escaped);
});
