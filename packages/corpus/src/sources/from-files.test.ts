import { describe, expect, it } from 'vitest';
import { describeNumbered } from '../testing/describe-numbered.ts';
import { listClips } from '../testing/list-clips.ts';
import { writeWav } from '../testing/write-wav.ts';
import { decodeWav } from '../wav/decode-wav.ts';
import { fromFiles } from './from-files.ts';

const wav = writeWav([1, 2, 3]);

/** What a folder picker gives: Node's `File` lacks the path. */
function picked(path: string, bytes: Uint8Array<ArrayBuffer> = wav): File {
  const file = new File([bytes], path.slice(path.lastIndexOf('/') + 1));
  return Object.defineProperty(file, 'webkitRelativePath', { value: path });
}

const list = (files: File[]) => listClips((options) => fromFiles(files, options));

const FILES = [
  new File([wav], '01-01-02.wav'),
  picked('picked/s01/01-01-01.WAV'),
  picked('picked/s01/._01-01-01.wav'),
  picked('picked/__MACOSX/01-01-04.wav'),
  picked('picked/.trash/01-01-04.wav'),
  picked('picked/.DS_Store'),
];

const COPIES = [
  picked('b/01-01-01.wav', writeWav([3, 2])),
  picked('c/01-01-01.wav'), // the same bytes as the first by path
  picked('a/01-01-01.wav'),
];

describe('fromFiles', () => {
  it('takes files and whole folders, ordered by id', async () => {
    const { clips } = await list(FILES);
    expect(clips.map(({ id }) => id)).toEqual(['01-01-01', '01-01-02']);
  });

  it('orders ids as `<` does, whatever the language of the machine', async () => {
    const files = ['b', 'ä', 'B', 'a', 'a-2', 'a1'].map((id) => picked(`set/${id}.wav`));
    const ids: string[] = [];
    for await (const { id } of fromFiles(files, { describe: () => ({}) })) ids.push(id);
    expect(ids).toEqual(['B', 'a', 'a-2', 'a1', 'b', 'ä']);
  });

  it('skips hidden files and folders and other kinds without a problem', async () => {
    expect((await list(FILES)).problems).toEqual([]);
  });

  it('leaves out what `describe` does not want, and that is no problem', async () => {
    const describe = (path: string) => (path.startsWith('a') ? { label: path } : undefined);
    const files = [picked('set/a.wav'), picked('set/b.wav')];
    const ids: string[] = [];
    for await (const { id } of fromFiles(files, { describe })) ids.push(id);
    expect(ids).toEqual(['a']);
    await expect(fromFiles(files.slice(1), { describe }).next()).rejects.toMatchObject({
      code: 'no-clips',
      message:
        'fromFiles: `files` must hold clips, got none among 1 .wav files, of which `describe` wants 1 not',
    });
  });

  it('takes the clips of a hidden folder that was picked itself', async () => {
    const { clips } = await list([picked('.set/01-01-01.wav')]);
    expect(clips.map(({ id }) => id)).toEqual(['01-01-01']);
  });

  it('names a clip by its whole path', async () => {
    expect((await list(FILES)).clips[0].file).toBe('picked/s01/01-01-01.WAV');
  });

  it('reads the bytes', async () => {
    const { clips } = await list(FILES);
    expect(decodeWav(await clips[0].bytes()).samples).toHaveLength(3);
  });

  it('describes paths below the folder that was picked', async () => {
    const paths: string[] = [];
    const clips = fromFiles([picked('picked/s01/x.wav'), new File([wav], 'y.wav')], {
      describe: (path) => paths.push(path),
    });
    for await (const { id } of clips) expect(['s01/x', 'y']).toContain(id);
    expect(paths).toEqual(['s01/x.wav', 'y.wav']);
  });

  it('keeps the first copy by path', async () => {
    const { clips } = await list(COPIES);
    expect(clips.map(({ file }) => file)).toEqual(['a/01-01-01.wav']);
  });

  it('reports copies with other bytes and files of no data set', async () => {
    expect((await list([...COPIES, picked('me.wav')])).problems).toMatchObject([
      { code: 'duplicate-clip', file: 'b/01-01-01.wav' },
      { code: 'bad-filename', file: 'me.wav' },
    ]);
  });

  it('names both of two recordings, and counts what is no clip', async () => {
    const { problems } = await list(COPIES);
    expect(problems).toEqual([
      {
        code: 'duplicate-clip',
        file: 'b/01-01-01.wav',
        message:
          'fromFiles: 01-01-01 must be one recording, got two: a/01-01-01.wav and b/01-01-01.wav',
      },
    ]);
    const noClips = list(['x.wav', 'y.wav', 'z.txt'].map((name) => picked(`p/${name}`)));
    await expect(noClips).rejects.toMatchObject({
      code: 'no-clips',
      file: '`files`',
      message: 'fromFiles: `files` must hold clips, got none among 2 .wav files',
    });
  });

  it.each<[string, Uint8Array<ArrayBuffer>]>([
    ['one byte', wav.map((byte, i) => (i === wav.length - 1 ? byte + 1 : byte))],
    ['the first byte', wav.map((byte, i) => (i === 0 ? byte + 1 : byte))],
    ['a byte more', new Uint8Array([...wav, 0])],
    ['a byte less', wav.slice(0, -1)],
  ])('takes copies that differ in %s for two recordings', async (_, bytes) => {
    const { problems } = await list([picked('a/01-01-01.wav'), picked('b/01-01-01.wav', bytes)]);
    expect(problems).toMatchObject([{ code: 'duplicate-clip', file: 'b/01-01-01.wav' }]);
  });

  it('takes a copy that cannot be read for another recording', async () => {
    const gone = picked('b/01-01-01.wav');
    gone.arrayBuffer = () => Promise.reject(new Error('gone'));
    const { clips, problems } = await list([picked('a/01-01-01.wav'), gone]);
    expect(clips).toHaveLength(1);
    expect(problems).toMatchObject([{ code: 'duplicate-clip', file: 'b/01-01-01.wav' }]);
  });

  it('takes an id of another kind than text for none', async () => {
    const clips = fromFiles([picked('p/a/x.wav')], { describe: () => ({ id: 7 }) });
    expect((await clips.next()).value).toMatchObject({ id: 'a/x', info: { id: 7 } });
  });

  it('throws the first problem without an `onProblem`', async () => {
    const clips = fromFiles(COPIES, { describe: describeNumbered });
    await expect(clips.next()).rejects.toMatchObject({ code: 'duplicate-clip' });
  });

  it('refuses no files', async () => {
    await expect(list([])).rejects.toMatchObject({ code: 'no-clips' });
  });

  it('refuses no `describe`', async () => {
    await expect(fromFiles(FILES, {} as never).next()).rejects.toMatchObject({
      code: 'bad-argument',
      message: 'fromFiles: `describe` must be a function of a path, got undefined',
    });
  });

  it('says when a file can no longer be read', async () => {
    const file = picked('01-01-01.wav');
    file.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    const { clips } = await list([file]);
    await expect(clips[0].bytes()).rejects.toMatchObject({
      code: 'unreadable-file',
      message:
        'fromFiles: 01-01-01.wav must be readable, got: gone ' +
        '(it was there when the files were listed; pick them again)',
    });
  });

  it('reads no file that is too large to be read whole', async () => {
    const file = picked('01-01-01.wav');
    Object.defineProperty(file, 'size', { value: 2 ** 32 });
    const { clips } = await list([file]);
    await expect(clips[0].bytes()).rejects.toThrow('must have at most 1073741824 bytes');
  });
});
