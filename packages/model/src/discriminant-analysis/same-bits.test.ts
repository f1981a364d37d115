import { expect, it } from 'vitest';
import { ldaDigest } from '../testing/lda-digest.ts';

it('has the same bits on every machine', async () => {
  // No parity: what came in Node 26 on x64, which all others must equal.
  expect(await ldaDigest()).toEqual({
    digest: '3a6f476e6ac2392e9d5a60d6cf7a366b798a23213a3568058bd2d1934f07e202',
    iterations: 21,
  });
});
