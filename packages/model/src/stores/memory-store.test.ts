import { expect, it } from 'vitest';
import { itIsAFileStore } from '../testing/file-store-tests.ts';
import { memoryStore } from './memory-store.ts';

itIsAFileStore(memoryStore);

it('shows its files', async () => {
  const store = memoryStore();
  await store.write('fold1/a.bin', Uint8Array.of(1));
  expect([...store.files]).toEqual([['fold1/a.bin', Uint8Array.of(1)]]);
});

it('copies a Buffer, too', async () => {
  const store = memoryStore();
  const buffer = Buffer.from('abc');
  await store.write('a', buffer);
  buffer.fill(0);
  expect(new TextDecoder().decode(await store.read('a'))).toBe('abc');
});
