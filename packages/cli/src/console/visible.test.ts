import { describe, expect, it } from 'vitest';
import { visible, visibleText } from './visible.ts';

describe('visible', () => {
  it.each([
    ['escape', '\x1b[31mred', '\\x1b[31mred'],
    ['bell', 'a\x07', 'a\\x07'],
    ['newline and return', 'a\r\nb', 'a\\r\\nb'],
    ['tab', 'a\tb', 'a\\tb'],
    ['NUL and DEL', '\0\x7f', '\\x00\\x7f'],
    ['C1 controls', '\x9b31m', '\\x9b31m'],
    ['the direction of text', 'a\u202egpj.wav', 'a\\u202egpj.wav'],
    ['isolates of direction', '\u2066\u2069\u061c', '\\u2066\\u2069\\u061c'],
    ['no width', 'a\u200b\u200d\u2060\ufeff', 'a\\u200b\\u200d\\u2060\\ufeff'],
    ['breaks of lines and paragraphs', '\u2028\u2029\x85', '\\u2028\\u2029\\x85'],
    ['fillers', '\u3164\u034f', '\\u3164\\u034f'],
    ['tags', '\u{e0041}', '\\u{e0041}'],
    ['half a character', '\ud800', '\\ud800'],
  ])('shows %s', (_, text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it.each(['voice.wav', 'Grüße 你好 مرحبا 😀', 'C:\\data\\a.wav', ''])('leaves %s', (text) => {
    expect(visible(text)).toBe(text);
  });
});

it('keeps the lines of a text', () => {
  expect(visibleText('a\x1b\nb\r')).toBe('a\\x1b\nb\\r');
});
