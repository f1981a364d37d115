import type { ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeParquet } from '@ser/experiment';
import { beforeEach, describe, expect, it } from 'vitest';
import { cliSandbox } from '../testing/cli-sandbox.ts';
import { type CliRun, runCli } from '../testing/run-cli.ts';
import { syntheticTable } from '../testing/synthetic-table.ts';
import { toneWav } from '../testing/tone-wav.ts';

const sandbox = cliSandbox();
const { ser, put } = sandbox;

describe('ser train', () => {
  const figures = {
    n: expect.any(Number),
    accuracy: expect.any(Number),
    uar: expect.any(Number),
    macroF1: expect.any(Number),
  };
  const train = (...args: string[]) =>
    ser('train', '--data', 'table.parquet', '--no-variants', '--epochs', '3', ...args);
  beforeEach(() => put('table.parquet', writeParquet(syntheticTable())));

  it('trains, reports, and predicts with what it saved', async () => {
    const { code, stdout, stderr } = await train('--json');
    expect(stderr).toContain('epoch 3/3');
    expect(code).toBe(0);
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({
      recipe: 'baseline',
      protocol: 'holdout',
      leaks: false,
      backend: 'wasm',
      seed: 0,
      epochs: 3,
      train: figures,
      validation: figures,
      test: { ...figures, n: 32 },
      out: 'runs/baseline-holdout-seed0',
    });
    expect(readdirSync(join(sandbox.folder, result.out)).sort()).toEqual([
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
    expect(readFileSync(join(sandbox.folder, result.out, 'report.txt'), 'utf8')).toContain(
      'confusion matrix',
    );

    const html = readFileSync(join(sandbox.folder, result.out, 'report.html'), 'utf8');
    expect(html).toContain('actors 21 to 24');
    expect(html).toContain('<svg');
    put('voice.wav', toneWav(3, 200));
    const predicted = await ser('predict', 'voice.wav', 'nowhere.wav', '--json');
    expect(predicted.code).toBe(1);
    const [prediction, ...rest] = JSON.parse(predicted.stdout);
    expect(rest).toEqual([]);
    expect(prediction.file).toBe('voice.wav');
    expect(prediction.scores[prediction.emotion]).toBe(
      Math.max(...(Object.values(prediction.scores) as number[])),
    );

    const tested = await ser('evaluate', '--data', 'table.parquet', '--actors', '21-24', '--json');
    expect(tested.code).toBe(0);
    const { accuracy, uar, macroF1 } = result.test;
    const evaluation = JSON.parse(tested.stdout);
    expect(evaluation).toMatchObject({
      model: result.out,
      n: 32,
      accuracy,
      uar,
      macroF1,
      heard: { clips: 0, actors: [] },
      problems: [],
    });
    expect(evaluation.perClass[0]).toMatchObject({ label: 'neutral', support: 4 });
    expect(evaluation.confusionMatrix).toHaveLength(8);
    const all = await ser('evaluate', '--model', result.out, '--data', 'table.parquet');
    expect(all.stderr).toContain('WARNING: the model was trained on 160 of these 192 clips');
    expect(all.stdout).toContain('confusion matrix');
    const none = await ser('evaluate', '--data', 'table.parquet', '--channels', 'song');
    expect(none.stderr).toContain('the data holds no song clips');
    expect(none.code).toBe(1);

    const again = await ser('train', '--resume', result.out);
    expect(again.code).toBe(1);
    expect(again.stderr).toContain('this run has finished');
  });

  it('interrupted and resumed, ends with the same weights as uninterrupted', async () => {
    const whole = JSON.parse((await train('--json')).stdout);
    const args = [
      'train',
      '--data',
      'table.parquet',
      '--no-variants',
      '--epochs',
      '3',
      '--out',
      'mine',
    ];
    let interrupted = false;
    const stopped = await runCli(args, {
      cwd: sandbox.folder,
      onStderr(text, child) {
        if (!interrupted && text.includes('epoch 1/3')) {
          interrupted = true;
          child.kill('SIGINT');
        }
      },
    });
    expect(stopped.code).toBe(130);
    expect(stopped.stderr).toContain('--resume mine');
    expect(stopped.stdout).toBe('');
    const resumed = await ser('train', '--resume', 'mine', '--json');
    expect(resumed.stderr).not.toContain('epoch 1/3');
    expect(JSON.parse(resumed.stdout).weightsSha256).toBe(whole.weightsSha256);
    expect(existsSync(join(sandbox.folder, 'mine/resume.bin'))).toBe(false);
  });

  it('lets one process at a time into a folder, and goes on after one was killed', async () => {
    const args = ['train', '--data', 'table.parquet', '--no-variants', '--out', 'mine'];
    let second: Promise<CliRun> | undefined;
    const killed = await runCli(args, {
      cwd: sandbox.folder,
      onStderr(text, child) {
        if (second || !text.includes('epoch  1/60')) return;
        second = ser('train', '--resume', 'mine').finally(() => child.kill('SIGKILL'));
      },
    });
    expect(killed.code).toBeNull();
    expect(await second).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('mine is in use by process'),
    });
    const stop = (text: string, child: ChildProcess) => {
      if (text.includes('epoch') && !child.killed) child.kill('SIGINT');
    };
    const resume = ['train', '--resume', 'mine'];
    const resumed = await runCli(resume, { cwd: sandbox.folder, onStderr: stop });
    expect(resumed.code).toBe(130);
    expect(resumed.stderr).not.toContain('epoch  1/60');
    expect(existsSync(join(sandbox.folder, 'mine/run.lock'))).toBe(false);
  });

  it('refuses to resume with other options, on other data, or with another command', async () => {
    const args = ['train', '--data', 'table.parquet', '--no-variants', '--out', 'mine'];
    const stop = (text: string, child: ChildProcess) => {
      if (text.includes('epoch  2/60') && !child.killed) child.kill('SIGINT');
    };
    expect((await runCli(args, { cwd: sandbox.folder, onStderr: stop })).code).toBe(130);
    const resume = (...more: string[]) => ser('train', '--resume', 'mine', ...more);
    expect(await resume('--epochs', '2')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('leave out --epochs'),
    });
    expect((await ser('crossvalidate', '--resume', 'mine')).stderr).toContain(
      'belongs to `ser train`',
    );
    const table = syntheticTable();
    put('table.parquet', writeParquet({ ...table, x: table.x.map((value) => value + 1) }));
    expect(await resume()).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('other data'),
    });
    put('mine/config.json', '{"kind":"run"}');
    expect((await resume()).stderr).toContain('mine/config.json: `version` is missing');
    put('mine/resume.bin', 'damaged');
    expect(existsSync(join(sandbox.folder, 'mine/config.json'))).toBe(true);
  });

  it('names what is wrong with a table', async () => {
    const table = syntheticTable();
    const with30 = table.x.slice();
    with30[30 * 162 + 3] = Number.NaN;
    put('nan.parquet', writeParquet({ ...table, x: with30 }));
    put(
      'other.parquet',
      writeParquet({ ...table, names: table.names.map((name) => `my_${name}`) }),
    );
    put('twice.parquet', writeParquet(table));
    const trainOn = async (...data: string[]) =>
      (await ser('train', '--data', ...data, '--no-variants', '--epochs', '1')).stderr;
    expect(await trainOn('nan.parquet')).toContain(
      'chroma_3 of clip 03-01-07-01-01-01-04 (original) must be finite',
    );
    expect(await trainOn('other.parquet')).toContain(
      'must hold the 162 features of the extractor zcr+chroma+mfcc+rms+mel at 22050 Hz (mean), got others, such as my_zcr',
    );
    expect(await trainOn('table.parquet', 'twice.parquet')).toContain(
      'holds the clip 03-01-01-01-01-01-01 (original) twice',
    );
    expect(await trainOn('gone.parquet')).toContain('--data gone.parquet');
    expect(existsSync(join(sandbox.folder, 'runs'))).toBe(true);
    expect(readdirSync(join(sandbox.folder, 'runs'))).toEqual([]);
  });

  it('gives each of several runs at once a folder of its own', async () => {
    const runs = await Promise.all([1, 2, 3].map(() => train('--epochs', '1', '--json')));
    const folders = runs.map(({ stdout }) => JSON.parse(stdout).out);
    expect(new Set(folders).size).toBe(3);
  });

  it('refuses to write over a folder, a fold that is not there, and variants that are not there', async () => {
    put('mine/notes.txt', 'keep me');
    expect((await train('--out', 'mine')).stderr).toContain('--out mine already holds something');
    const fold = await train('--protocol', 'speaker', '--fold', '6');
    expect(fold.stderr).toContain('--fold must be at most 5 under the protocol speaker, got 6');
    expect(fold.code).toBe(2);
    expect((await ser('train', '--data', 'table.parquet', '--variants')).stderr).toContain(
      'holds no variants',
    );
    expect((await ser('predict', 'a.wav')).stderr).toContain('there is no finished run');
  });
});
