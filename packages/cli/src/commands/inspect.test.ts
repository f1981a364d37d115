import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CliRun } from '../testing/run-in-process.ts';
import { putSampleClips } from '../testing/sample-clips.ts';
import { sharedSandbox } from '../testing/sandbox.ts';
import { toneWav } from '../testing/tone-wav.ts';

/** What of `ser inspect --json` these tests look at. */
interface Inspection {
  clips: number;
  problems: { file: string; code: string }[];
}

const sandbox = sharedSandbox();
const { put, ser } = sandbox;

describe('ser inspect', () => {
  let run: CliRun;
  let inspection: Inspection;
  beforeAll(async () => {
    putSampleClips(sandbox);
    run = await ser('inspect', '--data', 'data', '--json');
    inspection = JSON.parse(run.stdout);
  });

  it('counts the sound clips', () => {
    expect(inspection).toMatchObject({
      clips: 2,
      actors: 2,
      perChannel: { speech: 1, song: 1 },
      perEmotion: { neutral: 1, angry: 1, calm: 0 },
      stereo: 0,
    });
  });

  it('names what is wrong with the others', () => {
    const problems = inspection.problems.map(({ file, code }) => [file.split('/').pop(), code]);
    expect(problems).toEqual([
      ['hello.wav', 'bad-filename'],
      ['03-01-05-01-01-01-02.wav', 'truncated-wav'],
      ['03-01-06-01-01-01-02.wav', 'not-wav'],
    ]);
  });

  it('says so on stderr too, and exits with 1', () => {
    expect(run.stderr).toContain('hello.wav');
    expect(run.code).toBe(1);
  });

  it('draws the counts for people', async () => {
    const { stdout } = await ser('inspect', '--data', 'data');
    expect(stdout).toMatch(/^2 clips of 2 actors: 1 speech, 1 song, 0 in stereo\n/);
    expect(stdout).toMatch(/^ {2}neutral +1 █+$/m);
  });
});

describe('what inspect shows to people', () => {
  let stdout: string;
  beforeAll(async () => {
    const loud = Buffer.from(toneWav(1, 500));
    for (let at = 200; at < 220; at += 2) loud.writeInt16LE(32_767, at);
    put('odd/03-01-01-01-01-01-01.wav', toneWav(1, 0));
    put('odd/03-01-02-01-01-01-01.wav', loud);
    // No neutral clip is strong.
    put('odd/03-01-01-02-01-01-01.wav', toneWav(1, 700));
    put('odd/hello.wav', toneWav(1, 900));
    ({ stdout } = await ser('inspect', '--data', 'odd'));
  });

  it.each([
    ['silent clips', /^silent: 1: 03-01-01-01-01-01-01$/m],
    ['clipped clips', /^clipped: 1: 03-01-02-01-01-01-01 \(10 samples\)$/m],
    ['impossible codes', /^impossible codes: 1: 03-01-01-02-01-01-01$/m],
    ['sample rates', /^sample rates: 3 of 16000 Hz$/m],
    ['durations', /^0\.1 minutes, 1\.00 to 1\.00 s a clip$/m],
    ['clips of two channels', /, 0 in stereo$/m],
    ['clips of each actor', /^clips by actor: 3 of actor 1$/m],
    ['clips of the same sound', /^same sound: 0$/m],
    ['what is missing of an actor', /^ {2}speech of actor 1: 58: 03-01-.* and 48 more$/m],
    ['actors of whom nothing is there', /^ {2}no song at all of: actors 1, 2, .*, 24$/m],
    ['kinds of problems', /^problems: 1 \(1 bad-filename\)$/m],
  ])('are %s', (_, line) => {
    expect(stdout).toMatch(line);
  });
});

it('counts a clip whose header contradicts itself, and names its fault', async () => {
  const wav = Buffer.from(toneWav(1, 220));
  wav.writeUInt16LE(4, 32);
  put('align/03-01-01-01-01-01-01.wav', wav);
  const { code, stderr, stdout } = await ser('inspect', '--data', 'align', '--json');
  expect(JSON.parse(stdout)).toMatchObject({ clips: 1, problems: [{ code: 'wrong-block-align' }] });
  expect(stderr).toContain('fault: align/03-01-01-01-01-01-01.wav: ');
  expect(code).toBe(1);
});

describe('--data', () => {
  beforeAll(() => {
    const clip = '03-01-01-01-01-01-01.wav';
    put(
      'clips.zip',
      zipSync({ [`Actor_01/${clip}`]: toneWav(3, 220), 'Actor_01/x.wav': toneWav(1, 220) }),
    );
    put(`other/${clip}`, toneWav(3, 330));
    put(`copy/${clip}`, toneWav(3, 220));
    put('empty/README.txt', '');
    put('clip.wav', toneWav(1, 220));
  });
  const codes = async (...data: string[]): Promise<string[]> => {
    const { stdout } = await ser('inspect', '--data', ...data, '--json');
    return (JSON.parse(stdout) as Inspection).problems.map(({ code }) => code).sort();
  };

  it('takes zips as they are', async () => {
    const { stdout } = await ser('inspect', '--data', 'clips.zip', '--json');
    expect(JSON.parse(stdout).clips).toBe(1);
  });

  it('finds fault with two recordings of one name', async () => {
    expect(await codes('clips.zip', 'other')).toEqual(['bad-filename', 'duplicate-clip']);
  });

  it('finds no fault with a copy that has the same bytes', async () => {
    expect(await codes('clips.zip', 'copy')).toEqual(['bad-filename']);
  });

  it.each([
    ['nowhere', 'nowhere'],
    ['empty', 'empty'],
    ['clip.wav', 'clip.wav must be a folder, a .zip or'],
    ['gone.zip', 'gone.zip'],
  ])('says what is wrong with it: %s', async (path, why) => {
    const { code, stderr, stdout } = await ser('inspect', '--data', path, '--json');
    expect(stderr).toMatch(new RegExp(`^error: .*${why}`));
    expect(stdout).toBe('');
    expect(code).toBe(1);
  });
});

describe('ser inspect with a table of labels', () => {
  let run: CliRun;
  beforeAll(async () => {
    put('calls/a.wav', toneWav(1, 200));
    put('calls/b.wav', toneWav(1, 300));
    // As Excel saves it on a Windows of western Europe.
    const text = 'file;label\r\na.wav;\xc4rger\r\nb.wav;froh\r\nfehlt 99.wav;froh\r\n';
    put('latin.csv', Buffer.from(text, 'latin1'));
    run = await ser('inspect', '--data', 'calls', '--labels', 'latin.csv', '--json');
  });

  it('names the rows whose clip is not there', () => {
    const { problems } = JSON.parse(run.stdout);
    expect(problems).toEqual([
      {
        file: 'latin.csv',
        code: 'no-such-path',
        message: 'line 4 names fehlt 99.wav, and no such clip is there',
      },
    ]);
    expect(run.code).toBe(1);
  });

  it('reads the code page of a spreadsheet, and says so', () => {
    expect(JSON.parse(run.stdout).perLabel).toEqual({ Ärger: 1, froh: 1 });
    expect(run.stderr).toContain('latin.csv is not UTF-8, and is read as Windows-1252');
  });
});
