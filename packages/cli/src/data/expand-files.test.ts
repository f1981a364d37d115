import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { Problems } from '../console/problems.ts';
import { sharedSandbox } from '../testing/sandbox.ts';
import { expandFiles } from './expand-files.ts';

const sandbox = sharedSandbox();
const path = (name: string): string => (name === '-' ? name : `${sandbox.folder}/${name}`);
beforeAll(() => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  for (const name of ['a.wav', 'b.WAV', 'b.txt', 'deep/er/c.wav', '[x].wav', 'x.wav/notes.txt']) {
    sandbox.put(`clips/${name}`, '');
  }
  mkdirSync(path('empty'));
  execFileSync('mkfifo', [path('clips/pipe.wav')]);
});

async function expand(...names: string[]) {
  const problems = new Problems();
  const files = await expandFiles(names.map(path), problems);
  return {
    files: files.map((file) => file.slice(sandbox.folder.length + 1)),
    codes: problems.list.map(({ code }) => code),
  };
}

describe('expandFiles', () => {
  it.each([
    ['a file', ['clips/a.wav'], ['clips/a.wav']],
    ['what is not there, which its reader names', ['gone.wav'], ['gone.wav']],
    [
      'a folder',
      ['clips'],
      ['[x].wav', 'a.wav', 'b.WAV', 'deep/er/c.wav', 'pipe.wav'].map((name) => `clips/${name}`),
    ],
    ['a pattern', ['clips/[ab].*'], ['clips/a.wav', 'clips/b.WAV', 'clips/b.txt']],
    ['a pattern that matches a folder', ['clip*/deep'], ['clips/deep/er/c.wav']],
    ['a pattern of any depth', ['clips/**/c.wav'], ['clips/deep/er/c.wav']],
    ['a name that looks like a pattern', ['clips/[x].wav'], ['clips/[x].wav']],
  ])('gives %s', async (_, words, files) => {
    expect(await expand(...words)).toEqual({ files, codes: [] });
  });

  it.each([
    ['a folder without WAVs', 'empty', 'not-a-file'],
    ['a folder that is called as a WAV', 'clips/x.wav', 'not-a-file'],
    ['a pattern that nothing matches', 'clips/*.flac', 'no-such-path'],
    ['standard input', '-', 'not-a-file'],
  ])('goes on after %s', async (_, word, code) => {
    expect(await expand(word, 'clips/a.wav')).toEqual({ files: ['clips/a.wav'], codes: [code] });
  });

  it('takes standard input once, where it is read', async () => {
    const problems = new Problems();
    expect(await expandFiles(['-', '-'], problems, { takesStdin: true })).toEqual(['-']);
    expect(problems.list).toMatchObject([{ file: '-', code: 'not-a-file' }]);
  });

  it('takes a file that a pattern has found for no standard input', async () => {
    sandbox.put('odd/-', '');
    const home = process.cwd();
    process.chdir(path('odd'));
    try {
      const files = await expandFiles(['*'], new Problems(), { takesStdin: true });
      expect(files).toEqual(['./-']);
    } finally {
      process.chdir(home);
    }
  });
});
