import { expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

it.each([
  ['UTF-8', [0x7b, 0xc3, 0xbc, 0x7d]],
  ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0x7b, 0xc3, 0xbc, 0x7d]],
  ['UTF-16, little end first', [0xff, 0xfe, 0x7b, 0, 0xfc, 0, 0x7d, 0]],
  ['UTF-16, big end first', [0xfe, 0xff, 0, 0x7b, 0, 0xfc, 0, 0x7d]],
])('reads %s', (_, bytes) => {
  expect(decodeText(Uint8Array.from(bytes))).toBe('{ü}');
});

it('marks what is no text, or throws where it shall', () => {
  const latin = Uint8Array.of(0x7b, 0xfc, 0x7d);
  expect(decodeText(latin)).toBe('{\ufffd}');
  expect(() => decodeText(latin, { fatal: true })).toThrow(TypeError);
});
