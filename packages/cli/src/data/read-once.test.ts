import { expect, it } from 'vitest';
import { readOnce } from './read-once.ts';

it('reads a file once for two readers, and again for the next ones', async () => {
  const read: string[] = [];
  const source = readOnce({
    name: 'here',
    async read(file) {
      read.push(file);
      return new Uint8Array([read.length]);
    },
  });
  const answers = ['a', 'b', 'a', 'b', 'a'].map((file) => source.read(file));
  expect((await Promise.all(answers)).map((bytes) => bytes?.[0])).toEqual([1, 2, 1, 2, 3]);
  expect([source.name, read]).toEqual(['here', ['a', 'b', 'a']]);
});
