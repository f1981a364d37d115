import { execFileSync } from 'node:child_process';
import { writeNpz, writeParquet } from '@ser/experiment';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { ravdess } from '../data-sets/ravdess.ts';
import { sharedSandbox } from '../testing/sandbox.ts';
import { syntheticTable } from '../testing/synthetic-table.ts';
import { toneWav } from '../testing/tone-wav.ts';
import { sortSources } from './data-source.ts';

const sandbox = sharedSandbox();
const { put } = sandbox;
const path = (name: string): string => `${sandbox.folder}/${name}`;
const below = (paths: string[]): string[] =>
  paths.map((file) => file.slice(sandbox.folder.length + 1));

async function sort(...names: string[]) {
  const { folders, tables, zips } = await sortSources(ravdess, names.map(path));
  return { folders: below(folders), tables: below(tables), zips: below(zips) };
}

const stderr = vi.spyOn(process.stderr, 'write');
beforeAll(() => {
  // Which zips of a folder are read is printed.
  stderr.mockReturnValue(true);
  const clip = '03-01-01-01-01-01-01.wav';
  const zip = zipSync({ [clip]: toneWav(1, 200) });
  const table = writeParquet(syntheticTable());
  put('clips.zip', zip);
  put('X.zip?download=1', zip);
  put('archive', zip);
  put('LOUD.PARQUET', table);
  put('download.bin', table);
  put('clips/a.wav', toneWav(1, 200));
  put('deep/Actor_01/x/a.WAV', toneWav(1, 200));
  put('zips/a.zip', zip);
  put('zips/b.zip?download=1', zip);
  put('zips/README.txt', 'hello');
  put('unpacked/a.zip', zip);
  put('unpacked/a/a.wav', toneWav(1, 200));
  put('tables/t.parquet', table);
  put('run/plan.json', '{}');
  put('run/split.json', '{}');
  put('run/features.parquet', table);
  put('empty/README.txt', 'hello');
  put('damaged.zip', 'what is this');
  put('zeros.zip', new Uint8Array(99));
  put('empty.zip', '');
  put('binary.PARQUET', Uint8Array.of(1, 2, 3, 250));
  put('late.zip', `${'\n'.repeat(100)}<html>`);
  put('page.zip', '<!DOCTYPE html><html><body>Not found</body></html>');
  put('page.parquet', '\n<html>');
  put('song.mp3', Uint8Array.of(0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, 0, 0xff, 0xfb, 0x90, 0x64));
  put('voice.wav', toneWav(1, 200));
  put('one.npz', writeNpz(syntheticTable()));
  put('model.json', '{}');
  execFileSync('mkfifo', [path('pipe')]);
});

describe('what a path is', () => {
  it.each([
    ['a zip', ['clips.zip'], { zips: ['clips.zip'] }],
    ['a zip as browsers save it', ['X.zip?download=1'], { zips: ['X.zip?download=1'] }],
    ['a zip without a name', ['archive'], { zips: ['archive'] }],
    ['a table', ['LOUD.PARQUET'], { tables: ['LOUD.PARQUET'] }],
    ['a table without a name', ['download.bin'], { tables: ['download.bin'] }],
    ['a folder of clips', ['clips'], { folders: ['clips'] }],
    ['clips deep in a folder', ['deep'], { folders: ['deep'] }],
    ['a folder of zips', ['zips'], { zips: ['zips/a.zip', 'zips/b.zip?download=1'] }],
    ['a folder with the zip and what was in it', ['unpacked'], { folders: ['unpacked'] }],
    ['a folder of nothing, which its reader names', ['empty'], { folders: ['empty'] }],
    ['a pattern', ['zips/*.zip*'], { zips: ['zips/a.zip', 'zips/b.zip?download=1'] }],
    ['a pattern of folders', ['{clips,deep}'], { folders: ['clips', 'deep'] }],
    ['what its reader will find damaged', ['damaged.zip'], { zips: ['damaged.zip'] }],
    ['zeros in place of a zip', ['zeros.zip'], { zips: ['zeros.zip'] }],
    ['nothing in place of a zip', ['empty.zip'], { zips: ['empty.zip'] }],
    ['a damaged table', ['binary.PARQUET'], { tables: ['binary.PARQUET'] }],
    [
      'several, each in the order of its kind',
      ['deep', 'clips.zip', 'LOUD.PARQUET', 'archive', 'clips'],
      { folders: ['deep', 'clips'], zips: ['clips.zip', 'archive'], tables: ['LOUD.PARQUET'] },
    ],
  ])('is told by its content: %s', async (_, names, expected) => {
    expect(await sort(...names)).toEqual({ folders: [], tables: [], zips: [], ...expected });
  });

  it.each([
    ['page.zip', 'not-a-directory', 'it is a web page (HTML)'],
    ['late.zip', 'not-a-directory', 'it is a web page (HTML)'],
    ['page.parquet', 'not-a-directory', 'fetch the file again'],
    ['song.mp3', 'not-a-directory', 'it is an MP3 file: convert it'],
    ['voice.wav', 'not-a-directory', 'it is a WAV file: name the folder that it is in'],
    ['one.npz', 'not-a-directory', 'it is a table for numpy: write X.parquet to train'],
    ['model.json', 'not-a-directory', 'it is a part of a run'],
    ['pipe', 'not-a-directory', 'it is a named pipe'],
    ['run', 'not-a-directory', 'its features are in '],
    ['tables', 'not-a-directory', 'name the table, such as '],
    ['nowhere', 'no-such-path', 'there is no such file or folder'],
    ['no*where', 'no-such-path', 'there is no such file or folder'],
    ['voice.wav/x', 'unreadable-file', 'ENOTDIR'],
  ])('is named where it is no source: %s', async (name, code, why) => {
    await expect(sort(name)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(why),
    });
  });
});

it('says which zips of a folder are read', async () => {
  stderr.mockClear();
  await sort('zips');
  const zips = [path('zips/a.zip'), path('zips/b.zip?download=1')].join(', ');
  expect(stderr.mock.calls).toEqual([
    [`${path('zips')} holds no sounds; reading its zips: ${zips}\n`],
  ]);
});

it('takes the name of the own table for the table, where there is one', async () => {
  const { name } = ravdess.embedded;
  expect((await sortSources(ravdess, [name])).embedded).toBe(ravdess.embedded);
  await expect(sortSources({}, [name])).rejects.toMatchObject({ code: 'no-such-path' });
});
