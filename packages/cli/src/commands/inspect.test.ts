import { exec } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { cliSandbox } from '../testing/cli-sandbox.ts';
import { toneWav } from '../testing/tone-wav.ts';

const sandbox = cliSandbox();
const { ser, put, putClips } = sandbox;

describe('ser inspect', () => {
  it('counts the sound clips, names the others and exits with 1', async () => {
    putClips();
    const { code, stdout, stderr } = await ser('inspect', '--data', 'data', '--json');
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({
      clips: 2,
      actors: 2,
      perChannel: { speech: 1, song: 1 },
      stereo: 0,
    });
    expect(report.perEmotion).toMatchObject({ neutral: 1, angry: 1, calm: 0 });
    expect(
      report.problems.map(({ file, code }: { file: string; code: string }) => [
        file.split('/').pop(),
        code,
      ]),
    ).toEqual([
      ['hello.wav', 'bad-filename'],
      ['03-01-05-01-01-01-02.wav', 'truncated-wav'],
      ['03-01-06-01-01-01-02.wav', 'not-wav'],
    ]);
    expect(stderr).toContain('hello.wav');
    expect(code).toBe(1);
  });

  it('reads zips as they are', async () => {
    put(
      'clips.zip',
      zipSync({
        'Actor_01/03-01-01-01-01-01-01.wav': toneWav(3, 220),
        'Actor_01/x.wav': toneWav(1, 220),
      }),
    );
    put('data/03-01-01-01-01-01-01.wav', toneWav(3, 330));
    put('copy/03-01-01-01-01-01-01.wav', toneWav(3, 220)); // no problem: it has the zip's bytes
    const { code, stdout } = await ser('inspect', '--data', 'clips.zip', 'data', 'copy', '--json');
    const report = JSON.parse(stdout);
    expect(report.clips).toBe(1);
    expect(report.problems.map((problem: { code: string }) => problem.code).sort()).toEqual([
      'bad-filename',
      'duplicate-clip',
    ]);
    expect(code).toBe(1);
  });

  it('ends quietly when its reader has seen enough', async () => {
    putClips();
    const main = fileURLToPath(new URL('../main.ts', import.meta.url));
    const command = `"${process.execPath}" --conditions=@ser/source "${main}" features data/Actor_01/*.wav data/Actor_02/hello.wav | head -1`;
    const { stdout, stderr } = await promisify(exec)(command, { cwd: sandbox.folder });
    expect(stdout).toBe('data/Actor_01/03-01-01-01-01-01-01.wav\n');
    expect(stderr).toBe('');
  });

  it('says what is wrong with a folder', async () => {
    const none = await ser('inspect', '--data', 'nowhere');
    expect(none.code).toBe(1);
    expect(none.stderr).toContain('nowhere');
    put('empty/README.txt', '');
    const empty = await ser('inspect', '--data', 'empty', '--json');
    expect(empty.code).toBe(1);
    expect(empty.stderr).toContain('empty');
    expect(empty.stdout).toBe('');
  });
});
