import { describe, expect, it } from 'vitest';
import { listClips } from '../testing/list-clips.ts';
import { writeWav } from '../testing/write-wav.ts';
import { decodeWav } from '../wav/decode-wav.ts';
import {
  type DirectoryHandle,
  type FileHandle,
  fromDirectoryHandle,
} from './from-directory-handle.ts';

const wav = writeWav([1, 2, 3]);
const fileHandle = (name: string): FileHandle => ({
  kind: 'file',
  name,
  getFile: async () => new File([wav], name),
});
const folder = (name: string, entries: (DirectoryHandle | FileHandle)[]): DirectoryHandle => ({
  kind: 'directory',
  name,
  async *values() {
    yield* entries;
  },
});
const locked: DirectoryHandle = {
  kind: 'directory',
  name: 'locked',
  values: () => {
    throw new DOMException('no', 'NotAllowedError');
  },
};
const root = folder('picked', [
  folder('s02', [fileHandle('01-01-02.wav'), fileHandle('.DS_Store')]),
  folder('__MACOSX', [fileHandle('01-01-03.wav')]),
  folder('.git', [locked]),
  folder('speech', [folder('s01', [fileHandle('01-01-01.wav')])]),
  locked,
]);

const list = (handle: DirectoryHandle) =>
  listClips((options) => fromDirectoryHandle(handle, options));

describe('fromDirectoryHandle', () => {
  it('walks every folder', async () => {
    expect((await list(root)).clips.map(({ file }) => file)).toEqual([
      'picked/speech/s01/01-01-01.wav',
      'picked/s02/01-01-02.wav',
    ]);
  });

  it('reads a file when it is asked for', async () => {
    const { clips } = await list(root);
    expect(decodeWav(await clips[1].bytes()).sampleRate).toBe(48_000);
  });

  it('reports a folder that is locked', async () => {
    expect((await list(root)).problems).toMatchObject([
      {
        code: 'unreadable-directory',
        file: 'picked/locked',
        message: 'fromDirectoryHandle: picked/locked must be readable, got: no',
      },
    ]);
  });

  it('describes paths below the handle', async () => {
    const paths: string[] = [];
    const options = { describe: (path: string) => paths.push(path), onProblem: () => {} };
    await fromDirectoryHandle(root, options).next();
    expect(paths.sort()).toEqual(['s02/01-01-02.wav', 'speech/s01/01-01-01.wav']);
  });

  it('takes what a browser gives', () => {
    const handle: DirectoryHandle = {} as FileSystemDirectoryHandle;
    expect(handle).toBeDefined();
  });

  it('names a locked folder by its whole path', async () => {
    const deep = folder('picked', [
      folder('a', [folder('b', [locked]), fileHandle('01-01-01.wav')]),
    ]);
    expect((await list(deep)).problems).toMatchObject([{ file: 'picked/a/b/locked' }]);
  });

  it('names a handle without a name by the argument', async () => {
    const nameless = folder('', [fileHandle('x.txt')]);
    await expect(list(nameless)).rejects.toMatchObject({
      message: 'fromDirectoryHandle: `handle` must hold clips, got none among 0 .wav files',
    });
  });

  it('takes a hidden folder that was picked itself', async () => {
    expect((await list(folder('.set', [fileHandle('01-01-01.wav')]))).clips).toHaveLength(1);
  });

  it('refuses a handle that is locked', async () => {
    await expect(list(locked)).rejects.toMatchObject({
      code: 'unreadable-directory',
      file: 'locked',
    });
  });

  it('refuses a folder that is empty', async () => {
    await expect(list(folder('x', []))).rejects.toMatchObject({ code: 'no-clips', file: 'x' });
  });
});
