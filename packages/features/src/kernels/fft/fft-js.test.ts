import FFT from 'fft.js';
import { expect, test } from 'vitest';

test('fft.js has the types of fft-js-module.d.ts, which know its arrays', () => {
  const fft = new FFT(4);
  // @ts-expect-error: the library's own types, which are all `any`, would take it.
  expect(() => fft.transform('not an array', null)).toThrow();
});
