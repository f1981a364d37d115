import { expect, test } from 'vitest';
import { escapeCharacter } from './escape-character.ts';

test.each([
  ['\n', '\\n'],
  ['\0', '\\x00'],
  ['\u001b', '\\x1b'],
  ['\u2028', '\\u2028'],
  ['\u{e0041}', '\\u{e0041}'],
  ['\ud800', '\\ud800'],
])('%j becomes %s', (character, escaped) => {
  expect(escapeCharacter(character)).toBe(escaped);
});
