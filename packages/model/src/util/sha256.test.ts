import { expect, it, vi } from 'vitest';
import { sha256 } from './sha256.ts';

it('is the digest of the standard', async () => {
  // FIPS 180-2, appendix B.1.
  expect(await sha256(new TextEncoder().encode('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

it('digests the bytes that a view shows, not the rest of its memory', async () => {
  const view = new TextEncoder().encode('xabcx').subarray(1, 4);
  expect(await sha256(view)).toMatch(/^ba7816bf/);
});

it('is empty where the platform has none', async () => {
  vi.stubGlobal('crypto', undefined);
  try {
    expect(await sha256(new Uint8Array(1))).toBe('');
  } finally {
    vi.unstubAllGlobals();
  }
});
