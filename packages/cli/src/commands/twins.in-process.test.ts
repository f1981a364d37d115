import { readParquet } from '@ser/experiment';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { CliRun } from '../testing/run-in-process.ts';
import { sharedSandbox } from '../testing/sandbox.ts';
import { SMALL_FRAMES_RECIPE } from '../testing/small-recipe.ts';
import { voiceWav } from '../testing/voice-wav.ts';

vi.mock('../data/extract-clips.ts', () => import('../testing/extract-in-process.ts'));

/** Three clips of one recording, under two emotions and two actors. */
const TWINS = ['03-01-01-01-01-01-01', '03-01-03-01-01-01-03', '03-01-03-01-01-02-03'];

interface Problem {
  file: string;
  code: string;
  message: string;
}

const sandbox = sharedSandbox();
const { json, put, ser, text } = sandbox;
const ofSound = (problems: readonly Problem[]): Problem[] =>
  problems.filter(({ code }) => code === 'same-sound');

beforeAll(() => {
  let seed = 1;
  for (const actor of ['01', '02']) {
    for (const emotion of [1, 3]) {
      for (const take of ['01-01', '01-02', '02-01', '02-02']) {
        put(`wavs/03-01-0${emotion}-01-${take}-${actor}.wav`, voiceWav(seed++));
      }
    }
  }
  const recording = voiceWav(1);
  // A header that a program has rewritten, and a sample more.
  const longer = Buffer.concat([recording, Buffer.alloc(2)]);
  longer.writeUInt32LE(longer.length - 8, 4);
  longer.writeUInt32LE(longer.length - 44, 40);
  put(`wavs/${TWINS[1]}.wav`, recording);
  put(`wavs/${TWINS[2]}.wav`, longer);
  put('frames.json', JSON.stringify(SMALL_FRAMES_RECIPE));
});

const files = new RegExp(`${TWINS[1]}.wav, .*${TWINS[2]}.wav`);

describe('clips that hold one recording', () => {
  const train = ['--data', 'wavs', '--recipe', 'frames.json', '--protocol', 'clip'];
  let trained: CliRun;
  beforeAll(async () => {
    trained = await ser('train', ...train, '--folds', '2', '--out', 'run', '--json');
  });

  it('are compared, and named by train, which goes on', () => {
    expect(trained.stderr).toMatch(/comparing sounds 18\/18/);
    expect(trained.stderr).toMatch(/^warning: .*it holds the same recording as .*split$/m);
    const [problem, ...more] = ofSound(JSON.parse(trained.stdout).problems);
    expect(problem.file).toContain(TWINS[0]);
    expect(problem.message).toMatch(files);
    expect(more).toEqual([]);
    expect(trained.code).toBe(0);
  });

  it('stand on one side of the split', () => {
    const { train: a, validation: b, test } = JSON.parse(text('run/split.json'));
    const sides = TWINS.map((id) => {
      return test.clips.includes(id) ? 'test' : [...a.clips, ...b.clips].includes(id) && 'train';
    });
    expect(new Set(sides).size).toBe(1);
    expect(sides).not.toContain(false);
  });

  it('stand on one side of every fold of crossvalidate, which names them, too', async () => {
    const args = [...train, '--folds', '2', '--out', 'folds'];
    const { problems } = await json<{ problems: Problem[] }>('crossvalidate', ...args);
    expect(ofSound(problems)).toHaveLength(1);
    const { predictions } = JSON.parse(text('folds/predictions.json'));
    const folds = new Set<number>(
      predictions
        .filter(({ clip }: { clip: string }) => TWINS.includes(clip))
        .map(({ fold }: { fold: number }) => fold),
    );
    expect(folds.size).toBe(1);
  });

  it('are said to be one in the table of features', async () => {
    const run = await ser(
      ...['features', 'wavs', '--recipe', 'frames.json', '--out', 't.parquet', '--json'],
    );
    expect(ofSound(JSON.parse(run.stdout).problems)).toHaveLength(1);
    expect(run.code).toBe(0);
    const { rows } = await readParquet('t.parquet', sandbox.bytes('t.parquet'));
    const recordings = rows.filter(({ clip }) => TWINS.includes(clip)).map((row) => row.recording);
    expect(recordings).toEqual(TWINS.map(() => TWINS[0]));
  });

  it('are named by evaluate', async () => {
    const { problems } = await json<{ problems: Problem[] }>(
      ...['evaluate', '--model', 'run', '--data', 'wavs'],
    );
    expect(ofSound(problems)).toHaveLength(1);
  });

  it('are a fault to inspect', async () => {
    const run = await ser('inspect', '--data', 'wavs', '--json');
    const [problem] = ofSound(JSON.parse(run.stdout).problems);
    expect(problem.message).toMatch(files);
    expect(run.stderr).toMatch(/^fault: .*same sound/m);
    expect(run.code).toBe(1);
  });

  it('are shown by inspect to people', async () => {
    const { stdout } = await ser('inspect', '--data', 'wavs');
    expect(stdout).toContain(`same sound: 1: ${TWINS.join(' = ')}\n`);
    expect(stdout).toContain('problems: 1 (1 same-sound)\n');
  });
});
