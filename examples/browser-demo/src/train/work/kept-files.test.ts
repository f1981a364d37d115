import { ModelError, memoryStore } from '@ser/model';
import { describe, expect, it } from 'vitest';
import { indexedDbDisk } from './indexed-db-disk.ts';
import { type Disk, KeptFiles } from './kept-files.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);

/** A disk that fails as the test says. */
function madeDisk() {
  let store = memoryStore();
  let fault: Error | undefined;
  const work = async <T>(done: () => Promise<T>): Promise<T> => {
    if (fault) throw new ModelError('unreadable-file', 'no', { cause: fault });
    return done();
  };
  const disk: Disk = {
    name: 'disk',
    read: (file, options) => store.read(file, options),
    write: (file, value) => work(() => store.write(file, value)),
    remove: (file) => work(() => store.remove(file)),
    list: async () => [...store.files.keys()],
    delete: () =>
      work(async () => {
        store = memoryStore();
      }),
  };
  return {
    disk,
    names: () => [...store.files.keys()],
    fail(name: string | undefined) {
      fault = name === undefined ? undefined : new DOMException('no', name);
    },
  };
}

function kept(most?: number) {
  const made = madeDisk();
  return { ...made, files: new KeptFiles('run', () => made.disk, most) };
}

it('keeps files on the device', async () => {
  const { files, names } = kept();
  await files.write('a', bytes(1));
  expect([files.keeping, names(), await files.list()]).toEqual(['device', ['a'], ['a']]);
});

describe.each([
  ['QuotaExceededError', 'full'],
  ['UnknownError', 'refused'],
])('from the first %s on', (name, keeping) => {
  it('keeps what is written in memory', async () => {
    const { files, fail, names } = kept();
    await files.write('a', bytes(1));
    fail(name);
    await files.write('a', bytes(2));
    await files.write('b', bytes(3));
    expect(files.keeping).toBe(keeping);
    expect([await files.read('a'), await files.read('b')]).toEqual([bytes(2), bytes(3)]);
    expect([await files.list(), names()]).toEqual([['a', 'b'], ['a']]);
  });

  it('leaves what the device has as it is, for a run that goes on after a reload', async () => {
    const { files, fail, disk } = kept();
    await files.write('a', bytes(1));
    await files.write('b', bytes(2));
    fail(name);
    await files.write('a', bytes(3));
    fail(undefined);
    await files.remove('b');
    expect([await files.read('b'), await files.list()]).toEqual([undefined, ['a']]);
    await files.write('b', bytes(4));
    expect(await files.read('b')).toEqual(bytes(4));
    expect([await disk.read('a'), await disk.read('b')]).toEqual([bytes(1), bytes(2)]);
  });

  it('tries again when all is cleared', async () => {
    const { files, fail, names } = kept();
    fail(name);
    await files.write('a', bytes(1));
    fail(undefined);
    expect(await files.clear()).toBe(true);
    expect(await files.read('a')).toBeUndefined();
    await files.write('b', bytes(2));
    expect([files.keeping, names()]).toEqual(['device', ['b']]);
  });
});

it('tries again when it is told to, and has what is in memory as well', async () => {
  const { files, fail, disk } = kept();
  await files.write('a', bytes(1));
  fail('QuotaExceededError');
  await files.write('a', bytes(2));
  await files.write('b', bytes(3));
  await files.remove('a');
  fail(undefined);
  files.tryAgain();
  await files.write('c', bytes(4));
  expect([files.keeping, await files.list()]).toEqual(['device', ['c', 'b']]);
  await files.write('a', bytes(5));
  expect([await files.read('a'), await disk.read('a')]).toEqual([bytes(5), bytes(5)]);
});

it('says where something is left on the device, and reads it no more', async () => {
  const { files, fail, names } = kept();
  await files.write('a', bytes(1));
  fail('UnknownError');
  expect(await files.clear()).toBe(false);
  expect(names()).toEqual(['a']);
  expect([await files.read('a'), await files.list()]).toEqual([undefined, []]);
});

it('takes no more memory than it may', async () => {
  const { files, fail } = kept(3);
  fail('QuotaExceededError');
  await files.write('a', bytes(1, 2));
  await files.write('a', bytes(1, 2, 3));
  await expect(files.write('b', bytes(4))).rejects.toThrow('no room for b');
});

it('gives faults of who asks back', async () => {
  const { files } = kept();
  await expect(files.write('../a', bytes(1))).rejects.toMatchObject({ code: 'bad-argument' });
  await files.write('a', bytes(1, 2));
  await expect(files.read('a', { maxBytes: 1 })).rejects.toMatchObject({ code: 'too-large' });
  expect(files.keeping).toBe('device');
});

describe.each<[string, () => Disk]>([
  // As it is in Node.
  ['there is no IndexedDB', () => indexedDbDisk('run')],
  [
    'the browser forbids it',
    () => {
      throw new DOMException('no', 'SecurityError');
    },
  ],
])('where %s', (_, open) => {
  it('has no file, and keeps in memory', async () => {
    const files = new KeptFiles('run', open);
    expect([await files.read('a'), files.keeping]).toEqual([undefined, 'refused']);
    await files.write('a', bytes(1));
    expect([await files.read('a'), await files.list()]).toEqual([bytes(1), ['a']]);
    expect(await files.clear()).toBe(true);
    expect(await files.list()).toEqual([]);
  });
});
