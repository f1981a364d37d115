import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { searchScript, subjectOf } from './search-script.ts';

test.each([
  ['how fast is it?', 'fast'],
  ['Can I use it commercially', 'commercially'],
  ['mfcc', 'mfcc'],
  ['what is it', 'what is it'],
  ['', ''],
])('%s is about %s', (query, subject) => {
  expect(subjectOf(query)).toBe(subject);
});

test('a page reads the subject of what is typed, and shows what is typed', () => {
  class HTMLInputElement {
    shown = '';
    get value(): string {
      return this.shown;
    }
    set value(text: string) {
      this.shown = text;
    }
  }
  const input = new HTMLInputElement();
  const document = {
    addEventListener: (_: string, listener: () => void) => listener(),
    querySelector: () => input,
  };
  runInNewContext(searchScript(), { document, HTMLInputElement });
  input.value = 'do seeds matter?';
  expect(input.shown).toBe('do seeds matter?');
  expect(input.value).toBe('seeds matter');
});
