import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { testWith } from '@ser/testing';
import { expect, it } from 'vitest';
import { sandboxPerTest } from '../../testing/sandbox.ts';
import { makeNamedFolder } from './make-named-folder.ts';

const sandbox = sandboxPerTest();
const at = (file: string): string => join(sandbox.folder, file);

it('makes a folder and those above it, and takes one that is there', async () => {
  await makeNamedFolder('--out', at('a/b'));
  await makeNamedFolder('--out', at('a/b'));
  expect(sandbox.list('a')).toEqual(['b']);
});

it('refuses a file, and a place below one', async () => {
  sandbox.put('a', 'text');
  await expect(makeNamedFolder('--out', at('a'))).rejects.toMatchObject({
    code: 'unwritable-path',
    message: `--out ${at('a')} must be a folder, or not be there yet; it is a file`,
  });
  await expect(makeNamedFolder('--to', at('a/b'))).rejects.toMatchObject({
    code: 'unwritable-path',
    message: expect.stringContaining(`--to ${at('a/b')} cannot be made a folder: ENOTDIR`),
  });
});

testWith({ have: existsSync('/proc'), reason: 'this system has no /proc' })(
  'refuses a place where no folder can be made',
  async () => {
    await expect(makeNamedFolder('--out', '/proc/mine')).rejects.toMatchObject({
      code: 'unwritable-path',
    });
  },
);
