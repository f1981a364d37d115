import { expect, it, vi } from 'vitest';
import { writeJson } from './write-json.ts';

const stdout = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
const written = (value: unknown): string => {
  stdout.mockClear();
  writeJson(value);
  return String(stdout.mock.calls[0][0]);
};

it('prints indented JSON', () => {
  expect(written({ a: [1] })).toBe('{\n  "a": [\n    1\n  ]\n}\n');
});

it.each(['\x1b[2J', '\x9b31m', '\x7f', '\u202egpj', '\u200b', '\u2028', '\u{e0041}', '\n\r\t'])(
  'escapes %j, and JSON reads it back',
  (text) => {
    const json = written({ [text]: text });
    expect(json.replaceAll('\n', '')).toMatch(/^[ -~]*$/);
    expect(JSON.parse(json)).toEqual({ [text]: text });
  },
);

it('leaves what can be seen', () => {
  expect(written('Grüße 😀')).toBe('"Grüße 😀"\n');
});
