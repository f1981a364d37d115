import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeParquet } from '@ser/experiment';
import { beforeEach, describe, expect, it } from 'vitest';
import { cliSandbox } from '../testing/cli-sandbox.ts';
import { runCli } from '../testing/run-cli.ts';
import { syntheticTable } from '../testing/synthetic-table.ts';

const sandbox = cliSandbox();
const { ser, put } = sandbox;

describe('ser crossvalidate', () => {
  const args = [
    'crossvalidate',
    '--data',
    'table.parquet',
    '--no-variants',
    '--epochs',
    '1',
    '--json',
  ];
  beforeEach(() => put('table.parquet', writeParquet(syntheticTable())));

  it('tests every fold once; interrupted and resumed, it keeps the folds that it has', async () => {
    const whole = JSON.parse((await ser(...args, '--out', 'whole')).stdout);
    expect(whole).toMatchObject({ protocol: 'speaker', leaks: false, out: 'whole' });
    expect(whole.folds.map(({ fold, n }: { fold: number; n: number }) => [fold, n])).toEqual([
      [1, 40],
      [2, 40],
      [3, 40],
      [4, 40],
      [5, 32],
    ]);
    let interrupted = false;
    const stopped = await runCli([...args, '--out', 'mine'], {
      cwd: sandbox.folder,
      onStderr(text, child) {
        if (!interrupted && text.includes('fold 2 of 5, seed 0\n')) {
          interrupted = true;
          child.kill('SIGINT');
        }
      },
    });
    expect(stopped.code).toBe(130);
    const resumed = await ser('crossvalidate', '--resume', 'mine', '--json');
    expect(resumed.stderr).not.toContain('fold 1 of 5, seed 0\n');
    expect(JSON.parse(resumed.stdout)).toEqual({ ...whole, out: 'mine' });
    const read = (file: string) => readFileSync(join(sandbox.folder, 'mine', file), 'utf8');
    const { labels, predictions } = JSON.parse(read('predictions.json'));
    expect(labels).toHaveLength(8);
    expect(predictions).toHaveLength(192);
    expect(read('report.html').includes('no tested speaker was heard')).toBe(true);
    expect(JSON.parse(read('fold3-seed0/split.json')).test.clips).toHaveLength(40);
  });

  it('repeats with seeds, tells their deviation from the folds’, and takes no other data', async () => {
    const two = [...args, '--protocol', 'clip', '--folds', '2', '--seeds', '2', '--out', 'two'];
    const { stdout, stderr } = await ser(...two);
    expect(stderr).toContain('(4 of 4 done)');
    const summary = JSON.parse(stdout);
    expect(
      summary.folds.map(({ fold, seed }: { fold: number; seed: number }) => [fold, seed]),
    ).toEqual([
      [1, 0],
      [2, 0],
      [1, 1],
      [2, 1],
    ]);
    expect(summary.perSeed).toHaveLength(2);
    expect(summary.pooled.n).toBe(2 * 192);
    expect(summary.pooled.intervals.uar.low).toBeLessThanOrEqual(summary.pooled.uar);
    for (const key of ['std', 'stdOverFolds', 'stdOverSeeds']) {
      expect(summary[key].uar).toBeGreaterThanOrEqual(0);
    }
    rmSync(join(sandbox.folder, 'two/metrics.json'));
    const table = syntheticTable();
    const rows = table.rows.map((row) => ({ ...row, clip: row.clip.replace(/^03-01/, '03-02') }));
    put('table.parquet', writeParquet({ ...table, rows }));
    const other = await ser('crossvalidate', '--resume', 'two');
    expect(other.code).toBe(1);
    expect(other.stderr).toContain('two was begun with other data');
  });
});
