import { expect, test } from 'vitest';
import { hashId } from './hash-id.ts';

// From the authors' test vectors.
test.each([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
])('%o has its FNV-1a hash', (id, hash) => {
  expect(hashId(id)).toBe(hash);
});
