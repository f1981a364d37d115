import { execFileSync } from 'node:child_process';
import { chmodSync, symlinkSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedSandbox } from '../testing/sandbox.ts';
import { toneWav } from '../testing/tone-wav.ts';
import { trainSmallModel } from '../testing/train-small-model.ts';

const sandbox = sharedSandbox();
const { json, list, put, ser, serProcess } = sandbox;
const path = (name: string): string => `${sandbox.folder}/${name}`;
/** Who may read everything is refused nothing. */
const isRoot = process.getuid?.() === 0;
const socket = createServer();

/** Files of which none can be read, each with a word of why. */
const BAD: readonly (readonly [name: string, code: string])[] = [
  ['nowhere.wav', 'no-such-path'],
  ['2g.wav', 'unreadable-file'],
  ['5g.wav', 'unreadable-file'],
  ['folder.wav', 'not-a-file'],
  ['pipe.wav', 'not-a-file'],
  ['socket.wav', 'not-a-file'],
  ['loop.wav', 'unreadable-file'],
  ['broken.wav', 'no-such-path'],
  ['/dev/zero', 'not-a-file'],
  ['-', 'not-a-file'],
  ['no*thing.wav', 'no-such-path'],
  ['a.wav/b.wav', 'unreadable-file'],
  ['text.wav', 'unreadable-audio'],
  ['empty.wav', 'unreadable-audio'],
  ['page.wav', 'unreadable-audio'],
  ['song.wav', 'unreadable-audio'],
  ['flac.wav', 'unreadable-audio'],
  ['ogg.wav', 'unreadable-audio'],
  ['m4a.wav', 'unreadable-audio'],
  ['zip.wav', 'unreadable-audio'],
  ['cut.wav', 'truncated-wav'],
  ...(isRoot ? [] : ([['secret.wav', 'unreadable-file']] as const)),
];
const NAMES = BAD.map(([name]) => name);

beforeAll(async () => {
  await trainSmallModel(sandbox);
  put('a.wav', toneWav(3, 200));
  put('b.wav', toneWav(3, 300));
  for (const [name, gigabytes] of [
    ['2g.wav', 2],
    ['5g.wav', 5],
  ] as const) {
    put(name, toneWav(1, 200));
    truncateSync(path(name), gigabytes * 2 ** 30 + 1);
  }
  put('folder.wav/notes.txt', '');
  execFileSync('mkfifo', [path('pipe.wav')]);
  await new Promise<void>((listening) => socket.listen(path('socket.wav'), listening));
  symlinkSync('loop.wav', path('loop.wav'));
  symlinkSync('gone', path('broken.wav'));
  put('text.wav', 'not a sound');
  put('empty.wav', '');
  put('page.wav', '<!doctype html><html></html>');
  put('song.wav', Uint8Array.of(0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, 0, 0xff, 0xfb, 0x90, 0x64));
  put('flac.wav', 'fLaC    ');
  put('ogg.wav', 'OggS    ');
  put('m4a.wav', '\0\0\0 ftypM4A ');
  put('zip.wav', zipSync({ 'a.wav': toneWav(1, 200) }));
  put('cut.wav', toneWav(3, 200).subarray(0, 5000));
  put('secret.wav', toneWav(3, 200));
  chmodSync(path('secret.wav'), 0);
});
afterAll(() => socket.close());

describe('files that cannot be read, among others', () => {
  it('are each named by features, and the others go on', async () => {
    const { code, stdout } = await serProcess(['features', 'a.wav', ...NAMES, 'b.wav', '--json']);
    const { files, problems } = JSON.parse(stdout);
    expect(files.map(({ file }: { file: string }) => file)).toEqual(['a.wav', 'b.wav']);
    const named = problems.map(({ file, code: why }: Record<string, string>) => [file, why]);
    expect(new Map(named)).toEqual(new Map(BAD.map(([name, why]) => [name, why])));
    expect(problems).toHaveLength(BAD.length);
    expect(code).toBe(1);
  });

  it.each([
    ['predict', []],
    // Its windows are cut from files of any size, whose zeros behind the samples are no fault.
    ['predict --windows', ['2g.wav', '5g.wav']],
  ])('are each named by %s, and the others go on', async (command, good) => {
    // Standard input is read.
    const names = NAMES.filter((name) => name !== '-' && !good.includes(name));
    const { code, stdout, stderr } = await ser(
      ...command.split(' '),
      ...['a.wav', ...names, 'b.wav', '--json'],
    );
    expect(JSON.parse(stdout)).toMatchObject([{ file: 'a.wav' }, { file: 'b.wav' }]);
    for (const name of names) expect(stderr).toContain(`left out ${name}: `);
    expect(code).toBe(1);
  });

  it.each([
    ['song.wav', 'an MP3 file'],
    ['page.wav', 'a web page (HTML)'],
    ['zip.wav', 'a zip'],
    ['m4a.wav', 'an M4A file that is whole, got a file that is cut'],
  ])('are said to be what they are: %s', async (name, what) => {
    expect((await ser('features', name)).stderr).toContain(what);
  });
});

describe('clips that cannot be read, among others', () => {
  beforeAll(() => {
    for (const actor of ['01', '02']) {
      put(`clips/03-01-01-01-01-01-${actor}.wav`, toneWav(3, 200 + 100 * Number(actor)));
    }
    for (const [name, gigabytes] of [
      ['03-01-02-01-01-01-01', 2],
      ['03-01-02-01-01-01-02', 5],
    ] as const) {
      put(`clips/${name}.wav`, toneWav(1, 200));
      truncateSync(path(`clips/${name}.wav`), gigabytes * 2 ** 30 + 1);
    }
    execFileSync('mkfifo', [path('clips/03-01-03-01-01-01-01.wav')]);
    put('clips/03-01-03-01-01-01-02.wav/x', '');
    symlinkSync('/dev/zero', path('clips/03-01-04-01-01-01-01.wav'));
    put('clips/03-01-04-01-01-01-02.wav', 'OggS    ');
  });
  const bad = ['02-01-01-01-01', '02-01-01-01-02', '03-01-01-01-01', '04-01-01-01-01'].concat(
    '04-01-01-01-02',
  );

  it('are each named by features --out', async () => {
    const run = await ser('features', 'clips', '--out', 't.parquet', '--json');
    const { rows, problems } = JSON.parse(run.stdout);
    expect(rows).toBe(2);
    const files = problems.map(({ file }: { file: string }) => file).sort();
    expect(files).toEqual(bad.map((id) => `clips/03-01-${id}.wav`).sort());
    expect(run.code).toBe(1);
  });

  it('are each named by inspect', async () => {
    const { clips, problems } = await json<{ clips: number; problems: unknown[] }>(
      ...['inspect', '--data', 'clips'],
    );
    expect(clips).toBe(2);
    expect(problems).toHaveLength(bad.length);
  });
});

describe('a folder of another corpus', () => {
  it('is named, in a few lines', async () => {
    for (let i = 0; i < 100; i++) put(`crema/${1001 + i}_DFA_ANG_XX.wav`, '');
    const { code, stderr } = await ser('inspect', '--data', 'crema');
    expect(stderr).toBe(
      'error: crema holds no clip that is named as those of RAVDESS are; the 100 files there are ' +
        'such as 1001_DFA_ANG_XX.wav\nThey are named as those of crema-d: add --labels crema-d\n',
    );
    expect(code).toBe(1);
  });
});

describe('where the files are', () => {
  it('may be a folder', async () => {
    put('voices/deep/x.wav', toneWav(3, 250));
    const [{ file }] = await json<{ file: string }[]>('predict', 'voices');
    expect(file).toBe('voices/deep/x.wav');
  });

  it('may be a pattern that no shell has expanded', async () => {
    const { files } = await json<{ files: { file: string }[] }>('features', '[ab].wav');
    expect(files.map(({ file }) => file)).toEqual(['a.wav', 'b.wav']);
  });

  it('may have any name', async () => {
    put('recording', toneWav(3, 200));
    expect(await json<unknown[]>('predict', 'recording')).toHaveLength(1);
    expect(list()).toContain('recording');
  });
});
