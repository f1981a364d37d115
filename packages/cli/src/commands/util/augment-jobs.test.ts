import { linkSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Problems } from '../../console/problems.ts';
import { sandboxPerTest } from '../../testing/sandbox.ts';
import { augmentJobs } from './augment-jobs.ts';

const sandbox = sandboxPerTest();
const at = (file: string): string => join(sandbox.folder, file);
const put = (...files: string[]): void => {
  for (const file of files) sandbox.put(file, 'sound');
};

/** Where the files of some words go, by the file, and the messages of those that go nowhere. */
async function jobsOf(words: string[], out = 'out') {
  const problems = new Problems();
  const jobs = await augmentJobs(words.map(at), at(out), problems);
  const short = (text: string): string => text.replaceAll(`${sandbox.folder}/`, '');
  return {
    jobs: jobs.map(({ file, to }) => `${short(file)} > ${to}`),
    problems: problems.list.map(({ file, message }) => `${short(file)}: ${short(message)}`),
  };
}
const none: string[] = [];
const mustStay = (file: string, target: string): string =>
  `${file}: ${target} must stay, as a file to change, and --out must be another folder`;

describe('the place of a copy', () => {
  it('is that in the folder that is named, and the name alone of a file', async () => {
    put('data/x/a.wav', 'data/b.wav');
    expect((await jobsOf(['data', 'data/x/a.wav'])).jobs).toEqual([
      'data/b.wav > b.wav',
      'data/x/a.wav > x/a.wav',
      'data/x/a.wav > a.wav',
    ]);
  });

  it('is for one file, which may be named twice, also through a link', async () => {
    put('x/a.wav', 'y/a.wav');
    symlinkSync(at('x'), at('link'));
    expect(await jobsOf(['x/a.wav', 'x/a.wav', 'link/a.wav', 'y/a.wav'])).toEqual({
      jobs: ['x/a.wav > a.wav'],
      problems: ['y/a.wav: it has the place of x/a.wav, out/a.wav; name one at a time'],
    });
  });

  it('is not that of a file itself', async () => {
    put('data/a.wav');
    expect(await jobsOf(['data'], 'data')).toEqual({
      jobs: none,
      problems: [mustStay('data/a.wav', 'data/a.wav')],
    });
  });

  it('is not that of another file, in whichever order they are named', async () => {
    put('a/y.wav', 'b/y.wav', 'a/z.wav');
    const problems = [mustStay('a/y.wav', 'b/y.wav'), mustStay('b/y.wav', 'b/y.wav')];
    const jobs = ['a/z.wav > z.wav'];
    expect(await jobsOf(['a', 'b/y.wav'], 'b')).toEqual({ jobs, problems });
    expect(await jobsOf(['b/y.wav', 'a'], 'b')).toEqual({ jobs, problems: problems.reverse() });
  });

  it('is not that of a file behind a link, of it or of --out', async () => {
    put('a/y.wav', 'b/y.wav');
    symlinkSync(at('b'), at('link'));
    expect((await jobsOf(['a/y.wav', 'b/y.wav'], 'link')).jobs).toEqual([]);
    symlinkSync(at('b/y.wav'), at('a/z.wav'));
    expect((await jobsOf(['a/y.wav', 'a/z.wav'], 'b')).jobs).toEqual(['a/z.wav > z.wav']);
  });

  it('may hold another name of the file, which is replaced alone', async () => {
    put('a/y.wav');
    mkdirSync(at('b'));
    linkSync(at('a/y.wav'), at('b/y.wav'));
    expect((await jobsOf(['a'], 'b')).jobs).toEqual(['a/y.wav > y.wav']);
  });

  it('may hold the copy of an earlier call', async () => {
    put('data/a.wav', 'out/a.wav');
    expect(await jobsOf(['data'])).toEqual({ jobs: ['data/a.wav > a.wav'], problems: none });
  });
});

describe('what lies in --out', () => {
  it('is left out of a folder around it', async () => {
    put('a.wav', 'out/a.wav', 'out/x/b.wav', 'outer/c.wav');
    expect(await jobsOf(['.'])).toEqual({
      jobs: ['a.wav > a.wav', 'outer/c.wav > outer/c.wav'],
      problems: none,
    });
  });

  it('is left out behind a link, too', async () => {
    put('data/a.wav', 'elsewhere/b.wav');
    symlinkSync(at('elsewhere'), at('data/out'));
    expect((await jobsOf(['data'], 'elsewhere')).jobs).toEqual(['data/a.wav > a.wav']);
  });

  it('is changed where it is named itself', async () => {
    put('out/first/a.wav');
    expect((await jobsOf(['out/first'])).jobs).toEqual(['out/first/a.wav > a.wav']);
  });
});

it('goes on after what is not there', async () => {
  put('a.wav');
  expect(await jobsOf(['gone.wav', 'a.wav'])).toEqual({
    jobs: ['gone.wav > gone.wav', 'a.wav > a.wav'],
    problems: none,
  });
});
