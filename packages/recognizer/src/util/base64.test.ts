import { expect, it } from 'vitest';
import { fromBase64, toBase64 } from './base64.ts';

it('gives the bytes of any view, and back', () => {
  const floats = Float32Array.of(0, 1, -2.5).subarray(1);
  expect(toBase64(floats)).toBe(Buffer.from(floats.buffer, 4).toString('base64'));
  expect(fromBase64(toBase64(floats))).toEqual(new Uint8Array(floats.slice().buffer));
});

it.each([undefined, null, 3, {}, 'ä', '%', 'AAAAA'])('takes %j for no base64', (value) => {
  expect(fromBase64(value)).toBeUndefined();
});
