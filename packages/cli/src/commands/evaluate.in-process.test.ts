import { writeParquet } from '@ser/experiment';
import { presets } from '@ser/features';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { putSampleClips } from '../testing/sample-clips.ts';
import { sharedSandbox } from '../testing/sandbox.ts';
import { syntheticTable } from '../testing/synthetic-table.ts';
import { trainSmallModel } from '../testing/train-small-model.ts';

vi.mock('../data/extract-clips.ts', () => import('../testing/extract-in-process.ts'));

/** What of `ser evaluate --json` these tests look at. */
interface Evaluation {
  model: string;
  n: number;
  uar: number;
  speakers: number;
  intervals?: { uar: { low: number; high: number } };
  labels: string[];
  confusionMatrix: number[][];
  perClass: { label: string; support: number }[];
  overlap: { n: number; clips: number; speakers: string[] } | null;
  problems: { code: string }[];
}

const sandbox = sharedSandbox();
const { bytes, json, put, ser, text } = sandbox;
let model: string;
beforeAll(async () => {
  model = await trainSmallModel(sandbox);
  putSampleClips(sandbox);
});

const evaluate = (...args: string[]) =>
  json<Evaluation>('evaluate', '--data', 'table.parquet', ...args);

describe('ser evaluate', () => {
  it('finds for the clips that its run tested what the run found', async () => {
    const { n, accuracy, uar, macroF1 } = JSON.parse(text(`${model}/metrics.json`)).test;
    expect(await evaluate('--actors', '21-24')).toMatchObject({ model, n, accuracy, uar, macroF1 });
  });

  it('gives the figures of each emotion', async () => {
    const { perClass } = await evaluate('--actors', '21-24');
    expect(perClass[0]).toMatchObject({ label: 'neutral', support: 4 });
  });

  it('counts each pair of true and predicted emotion', async () => {
    const { confusionMatrix, labels, n } = await evaluate('--actors', '21-24');
    expect(confusionMatrix).toHaveLength(labels.length);
    expect(confusionMatrix.flat().reduce((a, b) => a + b)).toBe(n);
  });

  it('has the interval over speakers', async () => {
    const { speakers, intervals, uar } = await evaluate('--actors', '21-24');
    expect(speakers).toBe(4);
    expect(intervals?.uar.low).toBeLessThanOrEqual(uar);
    expect(intervals?.uar.high).toBeGreaterThanOrEqual(uar);
    expect(await evaluate('--actors', '21')).not.toHaveProperty('intervals');
  });

  it('prints a report for people', async () => {
    const { code, stdout } = await ser('evaluate', '--data', 'table.parquet');
    expect(stdout).toContain('confusion matrix');
    expect(stdout).toMatch(/^interval {3}UAR \d\.\d{3} to \d\.\d{3}, 95 % over \d+ speakers$/m);
    expect(code).toBe(0);
  });
});

describe('overlap with the training', () => {
  it('is none for speakers who were held out', async () => {
    const { overlap } = await evaluate('--actors', '21-24');
    expect(overlap).toEqual({ n: 32, clips: 0, speakers: [] });
  });

  it('is warned of', async () => {
    const { stderr } = await ser('evaluate', '--data', 'table.parquet');
    expect(stderr).toContain(
      'WARNING: by their names, the model was trained on 160 of these 192 clips',
    );
  });

  it('is unknown for a model without its run', async () => {
    for (const file of ['model.json', 'weights.bin'])
      put(`bare/${file}`, bytes(`${model}/${file}`));
    expect((await evaluate('--model', 'bare')).overlap).toBeNull();
  });

  it('is not the published model’s for a folder of that name', async () => {
    for (const file of ['model.json', 'weights.bin'])
      put(`published/${file}`, bytes(`${model}/${file}`));
    const { model: name, overlap } = await evaluate('--model', 'published/model.json');
    expect({ name, overlap }).toEqual({ name: './published', overlap: null });
  });
});

describe('the data', () => {
  it('can be WAVs; those that cannot be read are left out', async () => {
    const run = await ser('evaluate', '--data', 'data', '--json');
    const { n, problems } = JSON.parse(run.stdout) as Evaluation;
    expect(n).toBe(2);
    expect(problems.map(({ code }) => code).sort()).toEqual([
      'bad-filename',
      'truncated-wav',
      'unreadable-audio',
    ]);
    expect(run.code).toBe(1);
  });

  it('is the embedded table unless given', async () => {
    const run = await ser('evaluate', '--actors', '24', '--channels', 'speech', '--json');
    expect(run.stderr).toContain('No --data: testing on the embedded table of RAVDESS features.');
    expect(JSON.parse(run.stdout).n).toBe(60);
  });

  it('must hold what is asked for', async () => {
    const { code, stderr } = await ser(
      ...['evaluate', '--data', 'table.parquet', '--channels', 'song', '--actors', '1,2'],
    );
    expect(stderr).toContain(
      '--data table.parquet holds no song clips of the actors 01, 02, got 192 speech of',
    );
    expect(code).toBe(1);
  });

  it('must have labels that the model knows', async () => {
    const { rows, ...table } = syntheticTable();
    const bored = rows.map((row) => (row.label === 'calm' ? { ...row, label: 'bored' } : row));
    const labels = table.labels.map((label) => (label === 'calm' ? 'bored' : label));
    put('bored.parquet', writeParquet({ ...table, labels, rows: bored }));
    const { code, stderr } = await ser('evaluate', '--data', 'bored.parquet');
    expect(stderr).toMatch(
      new RegExp(
        `^error: --data bored.parquet must have .* ${model}, neutral, .*; got bored\nGive .*: --label-map bored=-\n$`,
      ),
    );
    expect(code).toBe(1);
  });

  it('must be of the features that the model needs', async () => {
    const extractor = { ...presets.summary162, sampleRate: 16_000 };
    put('other.parquet', writeParquet({ ...syntheticTable(), extractor }));
    const { code, stderr } = await ser('evaluate', '--data', 'other.parquet');
    expect(stderr).toContain('--data other.parquet must hold the 162 features');
    expect(code).toBe(1);
  });
});
