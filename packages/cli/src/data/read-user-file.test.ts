import { describe, expect, it } from 'vitest';
import { sharedSandbox } from '../testing/sandbox.ts';
import { readUserFile } from './read-user-file.ts';

const sandbox = sharedSandbox();
const read = (file: string) =>
  readUserFile(`${sandbox.folder}/${file}`, { prefix: 'mine: ', folderHint: 'name files in it' });

describe('readUserFile', () => {
  it('gives the bytes', async () => {
    sandbox.put('a.txt', 'abc');
    expect(Buffer.from(await read('a.txt')).toString()).toBe('abc');
  });

  it('says that a file is not there', async () => {
    await expect(read('gone.txt')).rejects.toMatchObject({
      code: 'no-such-path',
      message: 'mine: there is no such file',
    });
  });

  it('says why a name that is no UTF-8 is not found', async () => {
    await expect(read('caf\ufffd.wav')).rejects.toMatchObject({
      code: 'no-such-path',
      message: 'mine: there is no such file: its name is not UTF-8; rename it',
    });
  });

  it('says what to do with a folder', async () => {
    await expect(read('.')).rejects.toMatchObject({
      code: 'not-a-file',
      message: expect.stringMatching(
        /^mine: .* must be a plain file, got a folder; name files in it$/,
      ),
    });
  });

  it('says why it cannot read', async () => {
    sandbox.put('a.txt', 'abc');
    await expect(read('a.txt/b.txt')).rejects.toMatchObject({
      code: 'unreadable-file',
      message: expect.stringContaining('mine: ENOTDIR'),
    });
  });
});
