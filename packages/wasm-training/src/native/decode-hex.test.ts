import { expect, test } from 'vitest';
import { decodeHex } from './decode-hex.ts';

test('two digits are a byte', () => {
  expect(decodeHex('00617fff')).toEqual(Uint8Array.of(0x00, 0x61, 0x7f, 0xff));
});
