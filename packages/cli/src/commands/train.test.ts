import { writeParquet } from '@ser/experiment';
import { presets } from '@ser/features';
import { haveRavdessMini, RAVDESS_MINI } from '@ser/testing';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CliRun } from '../testing/run-in-process.ts';
import { sandboxPerTest, sharedSandbox } from '../testing/sandbox.ts';
import { SMALL_FRAMES_RECIPE, SMALL_RECIPE } from '../testing/small-recipe.ts';
import { syntheticTable } from '../testing/synthetic-table.ts';
import { toneWav } from '../testing/tone-wav.ts';

/** What of `ser train --json` these tests look at. */
interface Summary {
  out: string;
  weightsSha256: string;
  problems: unknown[];
}

/** Arguments that train the small recipe on the synthetic table. */
const SMALL = ['train', '--data', 'table.parquet', '--recipe', 'small.json'];
/** So many that only a signal ends the training. */
const ENDLESS = ['--epochs', '1000000000'];

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
      'config.json',
      'history.csv',
      'metrics.json',
      'model.json',
      'predictions.json',
      'provenance.json',
      'report.html',
      'report.txt',
      'split.json',
      'weights.bin',
    ]);
  });

  it('keeps the recipe itself in config.json', () => {
    expect(JSON.parse(text('mine/config.json')).recipe).toEqual(SMALL_RECIPE);
  });

  it('keeps the data’s absolute path in config.json', () => {
    expect(JSON.parse(text('mine/config.json')).data).toEqual([
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
    // Measured with the command line as it was before it became this package.
    expect(JSON.parse(run.stdout)).toMatchObject({
      recipe: 'baseline',
      protocol: 'holdout',
      weightsSha256: '4040b21ebd131d9fb27ff09dadb0016876a18d56739f3d1fa663f77495f93722',
    });
  });

  it('says that it trains there, and how to train from audio', () => {
    expect(run.stderr).toContain('training on the embedded table of RAVDESS features');
    expect(run.stderr).toContain('train --data FOLDER');
  });
});

describe('the run’s folder', () => {
  const sandbox = sandboxPerTest();
  const { json, list, put, ser, serProcess, text } = sandbox;
  beforeEach(() => {
    put('table.parquet', writeParquet(syntheticTable()));
    put('small.json', JSON.stringify(SMALL_RECIPE));
  });

  it('is named after recipe, protocol and seed, and numbered where there is one', async () => {
    const args = ['train', '--data', 'table.parquet', '--no-variants', '--epochs', '1'];
    expect((await json<Summary>(...args)).out).toBe('runs/baseline-holdout-seed0');
    expect((await json<Summary>(...args)).out).toBe('runs/baseline-holdout-seed0-2');
  });

  it('names the fold where it is not the first', async () => {
    const args = [...SMALL, '--no-variants', '--protocol', 'speaker', '--fold', '2'];
    expect((await json<Summary>(...args)).out).toBe('runs/small-speaker-fold2-seed0');
  });

  it('is another one for each of several runs at once', async () => {
    const args = [...SMALL, '--no-variants', '--epochs', '1', '--json'];
    const runs = await Promise.all([1, 2, 3].map(() => serProcess(args)));
    expect(new Set(runs.map(({ stdout }) => JSON.parse(stdout).out)).size).toBe(3);
  });

  it('does not take the place of other files', async () => {
    put('mine/notes.txt', 'keep me');
    const { code, stderr } = await ser(...SMALL, '--no-variants', '--out', 'mine');
    expect(stderr).toContain('--out mine already holds something');
    expect(code).toBe(1);
    expect(list('mine')).toEqual(['notes.txt']);
  });

  it('is taken back where training cannot begin', async () => {
    const { code, stderr } = await ser(...SMALL, '--variants');
    expect(stderr).toContain('table.parquet holds no variants noise, stretch-pitch');
    expect(code).toBe(1);
    expect(list()).toEqual(['small.json', 'table.parquet']);
  });

  it('is used by one process at a time, and free again when that was killed', async () => {
    let second: Promise<CliRun> | undefined;
    const killed = await serProcess([...SMALL, '--no-variants', ...ENDLESS, '--out', 'mine'], {
      onStderr(printed, child) {
        if (second || !/epoch +1\//.test(printed)) return;
        second = serProcess(['train', '--resume', 'mine']).finally(() => child.kill('SIGKILL'));
      },
    });
    expect(killed.code).toBeNull();
    expect(await second).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('mine is in use by process'),
    });
    const resumed = await sandbox.serInterrupted('epoch', 'train', '--resume', 'mine');
    expect(resumed.code).toBe(130);
    expect(resumed.stderr).not.toMatch(/epoch +1\//);
    expect(list('mine')).not.toContain('run.lock');
  });

  it('says where it cannot be made', async () => {
    const { code, stderr } = await ser(...SMALL, '--no-variants', '--out', 'small.json/mine');
    expect(stderr).toContain('small.json/mine cannot be made a run');
    expect(code).toBe(1);
    expect(JSON.parse(text('small.json'))).toEqual(SMALL_RECIPE);
  });
});

describe('an interrupted run', () => {
  const sandbox = sharedSandbox();
  const { bytes, list, put, ser, serInterrupted, text } = sandbox;
  const args = [...SMALL, '--no-variants', '--out'];
  let stopped: CliRun;
  let resumed: CliRun;
  beforeAll(async () => {
    put('table.parquet', writeParquet(syntheticTable()));
    put('small.json', JSON.stringify(SMALL_RECIPE));
    await ser(...args, 'whole');
    stopped = await serInterrupted('epoch 1/3', ...args, 'mine');
    // Whatever the file says now, the run goes on with the recipe that it began with.
    put('small.json', JSON.stringify({ ...SMALL_RECIPE, fit: { epochs: 2, batchSize: 8 } }));
    resumed = await ser('train', '--resume', 'mine', '--json');
  });

  it('exits with 130, says how to go on, and prints no result', () => {
    expect(stopped.code).toBe(130);
    expect(stopped.stderr).toContain('train --resume mine');
    expect(stopped.stdout).toBe('');
  });

  it('goes on after the last finished epoch', () => {
    expect(resumed.code).toBe(0);
    expect(resumed.stderr).not.toContain('epoch 1/3');
    expect(resumed.stderr).toContain('epoch 2/3');
  });

  it.each(['weights.bin', 'predictions.json', 'history.csv', 'report.html', 'config.json'])(
    'ends with the %s of a run that was never interrupted',
    (file) => {
      expect(bytes(`mine/${file}`).equals(bytes(`whole/${file}`))).toBe(true);
    },
  );

  it('keeps the recipe that it began with', () => {
    expect(JSON.parse(text('mine/config.json')).recipe).toEqual(SMALL_RECIPE);
  });

  it('leaves nothing behind that only resuming needs', () => {
    expect(list('mine')).toEqual(list('whole'));
  });
});

describe('Ctrl-C in a process of its own', () => {
  const { put, serProcess } = sandboxPerTest();

  it('ends it with 130 and the way to go on', async () => {
    put('table.parquet', writeParquet(syntheticTable()));
    put('small.json', JSON.stringify(SMALL_RECIPE));
    const stopped = await serProcess([...SMALL, '--no-variants', ...ENDLESS, '--out', 'mine'], {
      onStderr(printed, child) {
        if (printed.includes('epoch') && !child.killed) child.kill('SIGINT');
      },
    });
    expect(stopped.code).toBe(130);
    expect(stopped.stderr).toContain('train --resume mine');
  });
});

describe('--resume', () => {
  const { list, put, ser, serInterrupted } = sandboxPerTest();
  const resume = (...more: string[]) => ser('train', '--resume', 'mine', ...more);
  beforeEach(async () => {
    put('table.parquet', writeParquet(syntheticTable()));
    put('small.json', JSON.stringify(SMALL_RECIPE));
    await serInterrupted('epoch 1/3', ...SMALL, '--no-variants', '--out', 'mine');
  });

  it('takes no other options', async () => {
    const { code, stderr } = await resume('--epochs', '2');
    expect(stderr).toContain('leave out --epochs');
    expect(code).toBe(2);
  });

  it('is for the command that began the run', async () => {
    const { code, stderr } = await ser('crossvalidate', '--resume', 'mine');
    expect(stderr).toContain('train --resume mine');
    expect(code).toBe(1);
  });

  it('takes no other data', async () => {
    const table = syntheticTable();
    put('table.parquet', writeParquet({ ...table, x: table.x.map((value) => value + 1) }));
    const { code, stderr } = await resume();
    expect(stderr).toContain('mine was begun with other data');
    expect(code).toBe(1);
  });

  it('names what is wrong in a changed config.json', async () => {
    put('mine/config.json', '{"kind":"run"}');
    expect((await resume()).stderr).toContain('mine/config.json: `version` is missing');
  });

  it('names a config.json that is no JSON', async () => {
    put('mine/config.json', 'damaged');
    expect((await resume()).stderr).toContain('mine/config.json is not JSON');
  });

  it('does not take a damaged resume point, nor away what is there', async () => {
    put('mine/resume.bin', 'damaged');
    const before = list('mine');
    const { code, stderr } = await resume();
    expect(stderr).toMatch(/^error: [^\n]*must hold at least[^\n]*\n$/);
    expect(code).toBe(1);
    expect(list('mine')).toEqual(before);
  });

  it('names a folder that is no run’s', async () => {
    const { code, stderr } = await ser('train', '--resume', 'nowhere');
    expect(stderr).toContain('--resume nowhere: must be the folder of an interrupted run');
    expect(code).toBe(1);
  });
});

describe('data', () => {
  const { put, ser } = sandboxPerTest();
  const table = syntheticTable();
  const trainOn = async (...data: string[]) =>
    (await ser('train', '--data', ...data, '--recipe', 'small.json', '--no-variants')).stderr;
  beforeEach(() => {
    put('small.json', JSON.stringify(SMALL_RECIPE));
    put('table.parquet', writeParquet(table));
  });

  it('must be finite', async () => {
    const x = table.x.slice();
    x[30 * 162 + 3] = Number.NaN;
    put('nan.parquet', writeParquet({ ...table, x }));
    expect(await trainOn('nan.parquet')).toContain(
      'nan.parquet: chroma_3 of clip 03-01-07-01-01-01-04 (original) must be finite',
    );
  });

  it('must have the features’ names', async () => {
    const names = table.names.map((name) => `my_${name}`);
    put('other.parquet', writeParquet({ ...table, names }));
    expect(await trainOn('other.parquet')).toContain(
      'other.parquet must hold the 162 features of the extractor zcr+chroma+mfcc+rms+mel at 22050 Hz (mean), got others, such as my_zcr',
    );
  });

  it('must be of the recipe’s extractor', async () => {
    const extractor = { ...presets.summary162, sampleRate: 16_000 };
    put('other.parquet', writeParquet({ ...table, extractor }));
    expect(await trainOn('other.parquet')).toContain(
      'other.parquet must hold the 162 features of the extractor zcr+chroma+mfcc+rms+mel at 22050 Hz (mean), got zcr+chroma+mfcc+rms+mel at 16000 Hz (mean)',
    );
  });

  it('must hold each clip once', async () => {
    put('twice.parquet', writeParquet(table));
    expect(await trainOn('table.parquet', 'twice.parquet')).toContain(
      'holds the clip 03-01-01-01-01-01-01 (original) twice',
    );
  });

  it('must be there', async () => {
    expect(await trainOn('gone.parquet')).toContain('--data gone.parquet: ');
  });

  it('must be a table where it ends in .parquet', async () => {
    put('text.parquet', 'not a table');
    expect(await trainOn('text.parquet')).toContain('text.parquet');
  });

  it('must be what a recipe of other features needs', async () => {
    const { code, stderr } = await ser('train', '--recipe', 'frames');
    expect(stderr).toContain('--recipe frames needs features that the embedded table');
    expect(code).toBe(2);
  });
});

describe('a recipe of sequences, on WAVs', () => {
  const { json, put, text } = sharedSandbox();
  let summary: Summary & { recipe: string; protocol: string; test: { n: number } };
  beforeAll(async () => {
    put('frames.json', JSON.stringify(SMALL_FRAMES_RECIPE));
    // Four clips each of neutral, calm and happy; the song cannot be read.
    for (let actor = 1; actor <= 2; actor++) {
      for (let emotion = 1; emotion <= 3; emotion++) {
        for (let take = 1; take <= 2; take++) {
          const name = `03-01-0${emotion}-01-01-0${take}-0${actor}`;
          put(`wavs/${name}.wav`, toneWav(0.5, 200 * emotion + 10 * actor + take));
        }
      }
    }
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

  it('keeps what it extracted as a table that can be trained on', async () => {
    const again = ['train', '--data', 'mine/features.parquet', '--recipe', 'frames.json'];
    const options = ['--channels', 'speech', '--protocol', 'clip', '--folds', '2'];
    const { weightsSha256 } = await json<Summary>(...again, ...options, '--out', 'again');
    expect(weightsSha256).toBe(summary.weightsSha256);
  });

  it('predicts with the features that it was trained on', async () => {
    const file = 'wavs/03-01-01-01-01-01-01.wav';
    const [prediction] = await json<{ file: string }[]>('predict', file, '--model', 'mine');
    expect(prediction.file).toBe(file);
  });
});

describe.skipIf(!haveRavdessMini)('on two actors of RAVDESS itself', () => {
  const { json } = sandboxPerTest();

  it('trains from the WAVs, all 208 of them', async () => {
    const args = ['train', '--data', RAVDESS_MINI, '--no-variants', '--epochs', '1'];
    const { train, validation, test, problems } = await json<
      Record<'train' | 'validation' | 'test', { n: number }> & Summary
    >(...args);
    expect(train.n + validation.n + test.n).toBe(208);
    expect(problems).toEqual([]);
  });
});
