import { expect, it } from 'vitest';
import { escapeHtml } from './escape-html.ts';

it.each([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
  ['a&&b', 'a&amp;&amp;b'],
  ['a\tb\nc\rd', 'a\tb\nc\rd'],
  ['a\u0000b\u0007c\u001bd\u007fe\u0085f', 'a b c d e f'],
  ['Ärger, 怒り', 'Ärger, 怒り'],
])('%j is %j', (text, escaped) => {
  expect(escapeHtml(text)).toBe(escaped);
});
