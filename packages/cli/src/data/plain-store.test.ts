import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { testWith } from '@ser/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { sandboxPerTest } from '../testing/sandbox.ts';
import { plainStore } from './plain-store.ts';

const sandbox = sandboxPerTest();
const path = (name: string): string => `${sandbox.folder}/${name}`;
const bytes = Uint8Array.of(1);
beforeEach(() => {
  mkdirSync(path('store'));
  sandbox.put('elsewhere/secret', 'mine');
});
const store = () => plainStore(path('store'));

describe('plainStore', () => {
  it('writes and reads', async () => {
    await store().write('fold1/a', bytes);
    expect(await store().read('fold1/a')).toEqual(bytes);
  });

  it.each(['\ufeff', ''])('reads JSON with and without a mark: %j', async (mark) => {
    sandbox.put('store/a.json', `${mark}{}`);
    expect(Buffer.from((await store().read('a.json')) ?? []).toString()).toBe('{}');
  });

  it('reads through a link, as from a cache', async () => {
    symlinkSync(path('elsewhere/secret'), path('store/a'));
    expect(Buffer.from((await store().read('a')) ?? []).toString()).toBe('mine');
  });

  it('waits for no pipe', async () => {
    execFileSync('mkfifo', [path('store/a')]);
    await expect(store().read('a')).rejects.toMatchObject({ code: 'not-a-file' });
    await expect(store().write('a', bytes)).rejects.toMatchObject({ code: 'unwritable-path' });
  });

  it.each(['a', 'fold1/a'])('writes and removes through no link: %s', async (file) => {
    const isDeep = file !== 'a';
    symlinkSync(
      path(isDeep ? 'elsewhere' : 'elsewhere/secret'),
      path(`store/${isDeep ? 'fold1' : 'a'}`),
    );
    await expect(store().write(file, bytes)).rejects.toMatchObject({ code: 'unwritable-path' });
    await expect(store().remove(file)).rejects.toMatchObject({ code: 'unwritable-path' });
    expect(sandbox.list('elsewhere')).toEqual(['secret']);
    expect(sandbox.text('elsewhere/secret')).toBe('mine');
  });

  testWith({ have: existsSync('/proc'), reason: 'this system has no /proc' })(
    'does not wait where no folder can be made',
    async () => {
      await expect(plainStore('/proc').write('mine/a', bytes)).rejects.toThrow('ENOENT');
    },
  );
});
