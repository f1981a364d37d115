import { describe, expect, it } from 'vitest';
import type { Clip } from './clip.ts';
import type { SourceOptions } from './collect-clips.ts';
import { decodeWav } from './decode-wav.ts';
import {
  type DirectoryHandle,
  type FileHandle,
  fromDirectoryHandle,
} from './from-directory-handle.ts';
import { fromFiles } from './from-files.ts';
import type { Problem } from './problem.ts';
import { writeWav } from './testing/write-wav.ts';

const wav = writeWav([1, 2, 3]);

async function list(
  source: (options: SourceOptions) => AsyncIterable<Clip>,
): Promise<{ clips: Clip[]; problems: Problem[] }> {
  const problems: Problem[] = [];
  const clips: Clip[] = [];
  for await (const clip of source({ onProblem: (p) => problems.push(p) })) clips.push(clip);
  return { clips, problems };
}

/** What a folder picker gives: Node's `File` lacks the path. */
function picked(path: string, bytes: Uint8Array<ArrayBuffer> = wav): File {
  const file = new File([bytes], path.slice(path.lastIndexOf('/') + 1));
  return Object.defineProperty(file, 'webkitRelativePath', { value: path });
}

describe('fromFiles', () => {
  it('takes files and whole folders, ordered by id', async () => {
    const { clips, problems } = await list((options) =>
      fromFiles(
        [
          new File([wav], '03-01-01-01-01-01-02.wav'),
          picked('ravdess/Actor_01/03-01-01-01-01-01-01.WAV'),
          picked('ravdess/Actor_01/._03-01-01-01-01-01-01.wav'),
          picked('ravdess/__MACOSX/03-01-01-01-01-01-04.wav'),
          picked('ravdess/.trash/03-01-01-01-01-01-04.wav'),
          picked('ravdess/.DS_Store'),
        ],
        options,
      ),
    );
    expect(clips.map(({ id }) => id)).toEqual(['03-01-01-01-01-01-01', '03-01-01-01-01-01-02']);
    expect(clips[0].file).toBe('ravdess/Actor_01/03-01-01-01-01-01-01.WAV');
    expect(decodeWav(await clips[0].bytes()).samples).toHaveLength(3);
    expect(problems).toEqual([]);
  });

  it('reports what it leaves out, or throws it', async () => {
    const files = [
      picked('b/03-01-01-01-01-01-01.wav', writeWav([3, 2])),
      picked('c/03-01-01-01-01-01-01.wav'), // a copy
      picked('a/03-01-01-01-01-01-01.wav'),
    ];
    const { clips, problems } = await list((options) =>
      fromFiles([...files, picked('me.wav')], options),
    );
    expect(clips.map(({ file }) => file)).toEqual(['a/03-01-01-01-01-01-01.wav']);
    expect(problems).toMatchObject([
      { code: 'duplicate-clip', file: 'b/03-01-01-01-01-01-01.wav' },
      { code: 'bad-filename', file: 'me.wav' },
    ]);
    await expect(fromFiles(files).next()).rejects.toMatchObject({ code: 'duplicate-clip' });
    await expect(fromFiles([]).next()).rejects.toMatchObject({ code: 'no-clips' });
  });

  it('says when a file can no longer be read', async () => {
    const file = picked('03-01-01-01-01-01-01.wav');
    file.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    const { clips } = await list((options) => fromFiles([file], options));
    await expect(clips[0].bytes()).rejects.toMatchObject({
      code: 'unreadable-file',
      message: 'fromFiles: 03-01-01-01-01-01-01.wav must be readable, got: gone',
    });
  });
});

describe('fromDirectoryHandle', () => {
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

  it('walks every folder and reads a file when it is asked for', async () => {
    const root = folder('ravdess', [
      folder('Actor_02', [fileHandle('03-01-01-01-01-01-02.wav'), fileHandle('.DS_Store')]),
      folder('__MACOSX', [fileHandle('03-01-01-01-01-01-03.wav')]),
      folder('.git', [locked]),
      folder('speech', [folder('Actor_01', [fileHandle('03-01-01-01-01-01-01.wav')])]),
      locked,
    ]);
    const { clips, problems } = await list((options) => fromDirectoryHandle(root, options));
    expect(clips.map(({ file }) => file)).toEqual([
      'ravdess/speech/Actor_01/03-01-01-01-01-01-01.wav',
      'ravdess/Actor_02/03-01-01-01-01-01-02.wav',
    ]);
    expect(decodeWav(await clips[1].bytes()).sampleRate).toBe(48_000);
    expect(problems).toMatchObject([{ code: 'unreadable-folder', file: 'ravdess/locked' }]);
  });

  it('takes what a browser gives', () => {
    const handle: DirectoryHandle = {} as FileSystemDirectoryHandle;
    expect(handle).toBeDefined();
  });

  it('refuses a folder that is locked or empty', async () => {
    await expect(fromDirectoryHandle(locked).next()).rejects.toMatchObject({
      code: 'unreadable-folder',
    });
    await expect(fromDirectoryHandle(folder('x', [])).next()).rejects.toMatchObject({
      code: 'no-clips',
      file: 'x',
    });
  });
});
