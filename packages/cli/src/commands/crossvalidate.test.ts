import { writeParquet } from '@ser/experiment';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CliRun } from '../testing/run-in-process.ts';
import { type Sandbox, sandboxPerTest, sharedSandbox } from '../testing/sandbox.ts';
import { SMALL_RECIPE } from '../testing/small-recipe.ts';
import { syntheticTable } from '../testing/synthetic-table.ts';

/** What of `ser crossvalidate --json` these tests look at. */
interface Summary {
  protocol: string;
  leaks: boolean;
  out: string;
  folds: { fold: number; seed: number; n: number }[];
  perSeed: unknown[];
  pooled: { n: number; uar: number; intervals: { uar: { low: number; high: number } } };
  std: { uar: number };
  stdOverFolds: { uar: number };
  stdOverSeeds: { uar: number };
}

/** Arguments that train the small recipe for one epoch on the synthetic table. */
const ARGS = [
  ...['crossvalidate', '--data', 'table.parquet', '--recipe', 'small.json'],
  ...['--no-variants', '--epochs', '1'],
];

function putData({ put }: Sandbox): void {
  put('table.parquet', writeParquet(syntheticTable()));
  put('small.json', JSON.stringify(SMALL_RECIPE));
}

describe('ser crossvalidate', () => {
  const sandbox = sharedSandbox();
  const { json, list, text } = sandbox;
  let whole: Summary;
  beforeAll(async () => {
    putData(sandbox);
    whole = await json<Summary>(...ARGS, '--out', 'whole');
  });

  it('follows the literature’s folds of speakers', () => {
    expect(whole).toMatchObject({ protocol: 'speaker', leaks: false, out: 'whole' });
  });

  it('tests every fold once', () => {
    expect(whole.folds.map(({ fold, n }) => [fold, n])).toEqual([
      [1, 40],
      [2, 40],
      [3, 40],
      [4, 40],
      [5, 32],
    ]);
  });

  it('keeps the predictions of all folds together', () => {
    const { labels, predictions } = JSON.parse(text('whole/predictions.json'));
    expect(labels).toHaveLength(8);
    expect(predictions).toHaveLength(192);
  });

  it('says in the report how it was tested', () => {
    expect(text('whole/report.html')).toContain('no tested speaker was heard');
  });

  it('keeps each fold in a run folder of its own', () => {
    expect(list('whole/fold3-seed0')).toContain('weights.bin');
    expect(JSON.parse(text('whole/fold3-seed0/split.json')).test.clips).toHaveLength(40);
  });
});

describe('an interrupted cross-validation', () => {
  const sandbox = sharedSandbox();
  const { bytes, ser, serInterrupted } = sandbox;
  let stopped: CliRun;
  let resumed: CliRun;
  beforeAll(async () => {
    putData(sandbox);
    await ser(...ARGS, '--out', 'whole');
    stopped = await serInterrupted('fold 2 of 5, seed 0\n', ...ARGS, '--out', 'mine');
    resumed = await ser('crossvalidate', '--resume', 'mine');
  });

  it('exits with 130 and says how to go on', () => {
    expect(stopped.code).toBe(130);
    expect(stopped.stderr).toContain('crossvalidate --resume mine');
  });

  it('keeps the folds that it has', () => {
    expect(resumed.code).toBe(0);
    expect(resumed.stderr).not.toContain('fold 1 of 5, seed 0\n');
    expect(resumed.stderr).toContain('fold 2 of 5, seed 0\n');
  });

  it.each([
    ...['metrics.json', 'predictions.json', 'report.html', 'report.txt'],
    ...['fold1-seed0/weights.bin', 'fold2-seed0/weights.bin', 'fold5-seed0/weights.bin'],
  ])('ends with the %s of one that was never interrupted', (file) => {
    expect(bytes(`mine/${file}`).equals(bytes(`whole/${file}`))).toBe(true);
  });
});

describe('--seeds', () => {
  const sandbox = sharedSandbox();
  const { json } = sandbox;
  let summary: Summary;
  beforeAll(async () => {
    putData(sandbox);
    summary = await json<Summary>(...ARGS, '--protocol', 'clip', '--folds', '2', '--seeds', '2');
  });

  it('repeats every fold with each seed', () => {
    expect(summary.folds.map(({ fold, seed }) => [fold, seed])).toEqual([
      [1, 0],
      [2, 0],
      [1, 1],
      [2, 1],
    ]);
  });

  it('gives the figures of each seed', () => {
    expect(summary.perSeed).toHaveLength(2);
  });

  it('pools the predictions of all runs', () => {
    expect(summary.pooled.n).toBe(2 * 192);
  });

  it('puts the interval around the pooled figure', () => {
    const { uar, intervals } = summary.pooled;
    expect(intervals.uar.low).toBeLessThanOrEqual(uar);
    expect(intervals.uar.high).toBeGreaterThanOrEqual(uar);
  });

  it.each(['std', 'stdOverFolds', 'stdOverSeeds'] as const)('gives the %s', (key) => {
    expect(summary[key].uar).toBeGreaterThanOrEqual(0);
  });
});

describe('--resume', () => {
  const sandbox = sandboxPerTest();
  const { put, ser, serInterrupted } = sandbox;
  beforeEach(() => putData(sandbox));

  it('takes no other data', async () => {
    await serInterrupted('fold 2 of 5, seed 0\n', ...ARGS, '--out', 'mine');
    const table = syntheticTable();
    const rows = table.rows.map((row) => ({ ...row, clip: row.clip.replace(/^03-01/, '03-02') }));
    put('table.parquet', writeParquet({ ...table, rows }));
    const { code, stderr } = await ser('crossvalidate', '--resume', 'mine');
    expect(stderr).toContain('mine was begun with other data');
    expect(code).toBe(1);
  });
});
