import { expect, it } from 'vitest';
import type { FileStore } from '../stores/file-store.ts';

const bytes = (...values: number[]): Uint8Array<ArrayBuffer> => Uint8Array.from(values);

/**
 * What every store does.
 *
 * @param make Makes an empty one.
 */
export function itIsAFileStore(make: () => FileStore | Promise<FileStore>): void {
  it('gives back what was written', async () => {
    const store = await make();
    await store.write('a.bin', bytes(1, 2));
    expect(await store.read('a.bin')).toEqual(bytes(1, 2));
  });

  it('says undefined of a file that is not there', async () => {
    expect(await (await make()).read('a.bin')).toBeUndefined();
  });

  it('says undefined of a file below a file', async () => {
    const store = await make();
    await store.write('a', bytes(1));
    expect(await store.read('a/b')).toBeUndefined();
  });

  it('gives no file that is larger than its reader allows', async () => {
    const store = await make();
    await store.write('a.bin', bytes(1, 2, 3));
    expect(await store.read('a.bin', { maxBytes: 3 })).toEqual(bytes(1, 2, 3));
    await expect(store.read('a.bin', { maxBytes: 2 })).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringMatching(/a\.bin must have at most 2 bytes$/),
    });
  });

  it('names an option that `read` does not know', async () => {
    const store = await make();
    await expect(store.read('a.bin', { maxbytes: 3 } as object)).rejects.toThrow(
      'got maxbytes (did you mean `maxBytes`?)',
    );
  });

  it('replaces a file', async () => {
    const store = await make();
    await store.write('a.bin', bytes(1, 2, 3));
    await store.write('a.bin', bytes(4));
    expect(await store.read('a.bin')).toEqual(bytes(4));
  });

  it('keeps a file in a folder apart from one of that name', async () => {
    const store = await make();
    await store.write('fold1/seed0/a.bin', bytes(1));
    await store.write('a.bin', bytes(2));
    expect(await store.read('fold1/seed0/a.bin')).toEqual(bytes(1));
  });

  it('removes a file', async () => {
    const store = await make();
    await store.write('a.bin', bytes(1));
    await store.remove('a.bin');
    expect(await store.read('a.bin')).toBeUndefined();
  });

  it('removes nothing where nothing is', async () => {
    const store = await make();
    await store.write('a', bytes(1));
    for (const file of ['none', 'none/none', 'a/none']) await store.remove(file);
    expect(await store.read('a')).toEqual(bytes(1));
  });

  it('keeps its bytes when those that it was given change', async () => {
    const store = await make();
    const given = bytes(0, 1, 2).subarray(1);
    await store.write('a.bin', given);
    given.fill(9);
    (await store.read('a.bin'))?.fill(8);
    expect(await store.read('a.bin')).toEqual(bytes(1, 2));
  });

  it.each(['', '/a', 'a/', 'a//b', '..', '../a', 'a/../b', './a', 'a\\b', 'C:/a', 'a\0b'])(
    'refuses the name %j',
    async (file) => {
      const store = await make();
      for (const [verb, run] of [
        ['read', () => store.read(file)],
        ['write', () => store.write(file, bytes(1))],
        ['remove', () => store.remove(file)],
      ] as const) {
        await expect(run()).rejects.toMatchObject({
          code: 'bad-argument',
          message: expect.stringMatching(new RegExp(`^\\w+Store\\.${verb}: \`file\` must be`)),
        });
      }
    },
  );
}
