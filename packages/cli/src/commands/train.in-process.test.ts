import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { writeParquet } from '@ser/experiment';
import { describeWith, REAL_CLIPS, ravdessMiniFile } from '@ser/testing';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { CliRun } from '../testing/run-in-process.ts';
import { putSmallClips } from '../testing/sample-clips.ts';
import { type Sandbox, sharedSandbox } from '../testing/sandbox.ts';
import { SMALL_FRAMES_RECIPE, SMALL_RECIPE } from '../testing/small-recipe.ts';
import { syntheticTable } from '../testing/synthetic-table.ts';
import { voiceWav } from '../testing/voice-wav.ts';

vi.mock('../data/extract-clips.ts', () => import('../testing/extract-in-process.ts'));

/** What of `ser train --json` these tests look at. */
interface Summary {
  out: string;
  recipe: string;
  weightsSha256: string;
  problems: unknown[];
}

/** Arguments that train the small recipe on the synthetic table. */
const SMALL = ['train', '--data', 'table.parquet', '--recipe', 'small.json'];
describe('ser train', () => {
  const sandbox = sharedSandbox();
  const { list, put, ser, text } = sandbox;
  let trained: CliRun;
  beforeAll(async () => {
    put('table.parquet', writeParquet(syntheticTable()));
    put('small.json', JSON.stringify(SMALL_RECIPE));
    trained = await ser(...SMALL, '--no-variants', '--out', 'mine', '--json');
  });

  it('exits with 0', () => {
    expect(trained.code).toBe(0);
  });

  it('shows each epoch on stderr', () => {
    expect(trained.stderr.match(/^epoch \d\/3 /gm)).toEqual([
      'epoch 1/3 ',
      'epoch 2/3 ',
      'epoch 3/3 ',
    ]);
  });

  it('prints its figures as JSON, and nothing else, on stdout', () => {
    const figures = {
      n: expect.any(Number),
      accuracy: expect.any(Number),
      uar: expect.any(Number),
      macroF1: expect.any(Number),
    };
    expect(JSON.parse(trained.stdout)).toEqual({
      recipe: 'small',
      protocol: 'holdout',
      leaks: false,
      fold: 1,
      backend: 'wasm',
      seed: 0,
      epochs: 3,
      millisecondsPerStep: expect.any(Number),
      train: figures,
      validation: figures,
      test: { ...figures, n: 32 },
      weightsSha256: expect.stringMatching(/^[\da-f]{64}$/),
      out: 'mine',
      problems: [],
    });
  });

  it('fills the run’s folder', () => {
    expect(list('mine')).toEqual([
      'history.csv',
      'metrics.json',
      'model.json',
      'plan.json',
      'predictions.json',
      'provenance.json',
      'report.html',
      'report.txt',
      'split.json',
      'weights.bin',
    ]);
  });

  it('keeps the recipe itself in plan.json', () => {
    expect(JSON.parse(text('mine/plan.json')).recipe).toEqual(SMALL_RECIPE);
  });

  it('keeps the data’s absolute path in plan.json', () => {
    expect(JSON.parse(text('mine/plan.json')).data).toEqual([
      expect.stringMatching(/^\/.*\/table\.parquet$/),
    ]);
  });

  it('keeps the versions and the data’s fingerprint in provenance.json', () => {
    expect(JSON.parse(text('mine/provenance.json'))).toEqual({
      versions: {
        node: process.version,
        '@ser/cli': expect.any(String),
        '@tensorflow/tfjs-core': expect.any(String),
      },
      data: { rows: 192, sha256: expect.stringMatching(/^[\da-f]{64}$/) },
    });
  });

  it('keeps what it predicted for each tested clip', () => {
    const { labels, predictions } = JSON.parse(text('mine/predictions.json'));
    expect(labels).toHaveLength(8);
    expect(predictions).toHaveLength(32);
  });

  it('keeps which clips it trained on', () => {
    expect(JSON.parse(text('mine/split.json')).test.speakers).toEqual(['21', '22', '23', '24']);
  });

  it('writes no cell of text into history.csv, which a spreadsheet might run', () => {
    const [, ...rows] = text('mine/history.csv').trim().split('\n');
    expect(rows).toHaveLength(3);
    for (const cell of rows.join().split(',')) expect(Number(cell)).not.toBeNaN();
  });

  it('writes a report as text', () => {
    expect(text('mine/report.txt')).toContain('confusion matrix');
  });

  it('writes a report with figures for the browser', () => {
    expect(text('mine/report.html')).toContain('<svg');
  });

  it('says in the report how and on whom it was tested', () => {
    const html = text('mine/report.html');
    expect(html).toContain('tested on speakers who were not heard in training');
    expect(html).toMatch(/21: \d+ %, 22: \d+ %, 23: \d+ %, 24: \d+ %/);
  });

  it('does not resume what has finished', async () => {
    const again = await ser('train', '--resume', 'mine');
    expect(again.stderr).toContain('this run has finished');
    expect(again.code).toBe(1);
  });

  it('gives the same weights for the same seed', async () => {
    const { stdout } = await ser(...SMALL, '--no-variants', '--out', 'again', '--json');
    expect(JSON.parse(stdout).weightsSha256).toBe(JSON.parse(trained.stdout).weightsSha256);
  });

  it('gives other weights for another seed', async () => {
    const args = [...SMALL, '--no-variants', '--seed', '1', '--out', 'other', '--json'];
    const { stdout } = await ser(...args);
    expect(JSON.parse(stdout).weightsSha256).not.toBe(JSON.parse(trained.stdout).weightsSha256);
  });

  it('prints the report, and how to use the model, without --json', async () => {
    const { stdout } = await ser(...SMALL, '--no-variants', '--epochs', '1', '--out', 'text');
    expect(stdout).toContain('confusion matrix');
    expect(stdout).toContain('predict FILE.wav --model text');
  });
});

describe('on the embedded table', () => {
  const { ser } = sharedSandbox();
  let run: CliRun;
  beforeAll(async () => {
    run = await ser('train', '--epochs', '1', '--json');
  });

  it('trains the weights of the recipe baseline, bit for bit', () => {
    // Another order of roundings in a kernel changes them: last, Winograd's transforms.
    expect(JSON.parse(run.stdout)).toMatchObject({
      recipe: 'baseline',
      protocol: 'holdout',
      weightsSha256: '98d9fe07cfadc4c1065cd49b50e4f2c1def1855a9d4550b5b8849a8861053401',
    });
  });

  it('says that it trains there, and how to train from audio', () => {
    expect(run.stderr).toContain('training on the embedded table of RAVDESS features');
    expect(run.stderr).toContain('train --data FOLDER');
  });
});

describe('a recipe of sequences, on WAVs', () => {
  const sandbox = sharedSandbox();
  const { json, put, ser, text } = sandbox;
  let summary: Summary & { recipe: string; protocol: string; test: { n: number } };
  beforeAll(async () => {
    put('frames.json', JSON.stringify(SMALL_FRAMES_RECIPE));
    putSmallClips(sandbox);
    // A song that cannot be read.
    put('wavs/03-02-02-01-01-01-01.wav', 'not a sound');
    summary = await json(
      ...['train', '--data', 'wavs', '--recipe', 'frames.json', '--channels', 'speech'],
      ...['--protocol', 'clip', '--folds', '2', '--out', 'mine'],
    );
  });

  it('trains', () => {
    expect(summary).toMatchObject({ recipe: 'small-frames', protocol: 'clip', test: { n: 6 } });
  });

  it('extracts no song where only speech is asked for', () => {
    expect(summary.problems).toEqual([]);
  });

  it('keeps the extractor with the model', () => {
    expect(text('mine/model.json')).toContain('"logmel"');
  });

  it.each([[], ['--no-cache']])('trains to the same weights again, with %j', async (...option) => {
    const { stderr, stdout } = await ser(
      ...['train', '--data', 'wavs', '--recipe', 'frames.json', '--channels', 'speech'],
      ...['--protocol', 'clip', '--folds', '2', '--json', ...option],
    );
    expect(JSON.parse(stdout).weightsSha256).toBe(summary.weightsSha256);
    expect(stderr).toMatch(/^read [\d.]+ s, extracted [\d.]+ s, trained [\d.]+ s$/m);
  });

  it('predicts with the features that it was trained on', async () => {
    const file = 'wavs/03-01-01-01-01-01-01.wav';
    const [prediction] = await json<{ file: string }[]>('predict', file, '--model', 'mine');
    expect(prediction.file).toBe(file);
  });
});

/** Two emotions of two actors, each eight times. */
const VOICES = ['02', '03'].flatMap((emotion) =>
  ['01-01', '01-02', '02-01', '02-02'].flatMap((take) =>
    ['01', '02'].map((actor) => `03-01-${emotion}-01-${take}-${actor}`),
  ),
);

/** What `ser train --no-variants` finds in a folder of clips of two actors. */
async function trainOnClips(
  { json }: Sandbox,
  folder: string,
  ...more: string[]
): Promise<[recipe: string, rows: number, problems: unknown[]]> {
  const args = ['train', '--data', folder, '--no-variants', ...more];
  const { recipe, train, validation, test, problems } = await json<
    Record<'train' | 'test', { n: number }> & { validation: { n: number } | null } & Summary
  >(...args);
  return [recipe, train.n + (validation?.n ?? 0) + test.n, problems];
}

const BASELINE = ['--recipe', 'baseline', '--epochs', '1'];

describe('on clips of two actors', () => {
  const sandbox = sharedSandbox();

  it('trains from the WAVs, all of them', async () => {
    VOICES.forEach((clip, seed) => {
      sandbox.put(`wavs/Actor_${clip.slice(-2)}/${clip}.wav`, voiceWav(seed));
    });
    const found = await trainOnClips(sandbox, 'wavs');
    expect(found).toEqual(['functionals-lda', VOICES.length, []]);
    const baseline = await trainOnClips(sandbox, 'wavs', ...BASELINE);
    expect(baseline).toEqual(['baseline', VOICES.length, []]);
  });
});

describeWith(REAL_CLIPS)('on two actors of RAVDESS itself', () => {
  const sandbox = sharedSandbox();

  it('trains from the WAVs, all of them', async () => {
    mkdirSync(join(sandbox.folder, 'wavs'));
    for (const clip of VOICES) {
      symlinkSync(ravdessMiniFile(clip), join(sandbox.folder, 'wavs', `${clip}.wav`));
    }
    const found = await trainOnClips(sandbox, 'wavs');
    expect(found).toEqual(['functionals-lda', VOICES.length, []]);
    const baseline = await trainOnClips(sandbox, 'wavs', ...BASELINE);
    expect(baseline).toEqual(['baseline', VOICES.length, []]);
  });
});
