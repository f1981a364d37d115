// Each job is a process, as for users; the first one is this process.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Recipe, writeParquet } from '@ser/experiment';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CliRun } from '../testing/run-in-process.ts';
import { sharedSandbox } from '../testing/sandbox.ts';
import { SMALL_RECIPE } from '../testing/small-recipe.ts';
import { syntheticTable } from '../testing/synthetic-table.ts';
import { withoutTimes } from '../testing/without-times.ts';

const LDA: Recipe = {
  version: 1,
  name: 'small-lda',
  description: 'a discriminant analysis, for tests',
  features: 'summary162',
  variants: [],
  model: { kind: 'lda', shrinkage: 0.5 },
  fit: null,
  stop: null,
};
const ARGS = ['crossvalidate', '--data', 'table.parquet', '--no-variants', '--recipe'];
const NETWORK = [...ARGS, 'small.json'];
const DISCRIMINANT = [...ARGS, 'lda.json'];

const sandbox = sharedSandbox();
const { bytes, list, put, ser, serInterrupted, serProcess, text } = sandbox;
beforeAll(() => {
  put('table.parquet', writeParquet(syntheticTable()));
  put('small.json', JSON.stringify(SMALL_RECIPE));
  put('lda.json', JSON.stringify(LDA));
});

/** The files of a folder, by name, without times. */
function contents(name: string): Record<string, string> {
  const below = readdirSync(join(sandbox.folder, name), { encoding: 'utf8', recursive: true });
  const files = below.filter((file) => /\.\w+$/.test(file)).sort();
  return Object.fromEntries(files.map((file) => [file, withoutTimes(bytes(join(name, file)))]));
}

/** The process that trains a run. */
const trainerOf = (run: string): number => JSON.parse(text(`${run}/run.lock`)).pid;

describe.each([
  ['a network', 'net', NETWORK],
  ['a discriminant analysis', 'lda', DISCRIMINANT],
])('--jobs 2 of %s', (_, name, args) => {
  let one: CliRun;
  let two: CliRun;
  beforeAll(async () => {
    one = await ser(...args, '--jobs', '1', '--out', `${name}-1`);
    two = await ser(...args, '--jobs', '2', '--out', `${name}-2`);
  });

  it('prints the same report', () => {
    expect([two.code, one.code], two.stderr).toEqual([0, 0]);
    expect(two.stdout).toBe(one.stdout.replace(`${name}-1`, `${name}-2`));
  });

  it('leaves the same files, bit for bit, but for times', () => {
    const [first, second] = [contents(`${name}-1`), contents(`${name}-2`)];
    expect(Object.keys(second)).toEqual(Object.keys(first));
    expect(second).toEqual(first);
  });

  it('shows the runs that it has begun, and their figures', () => {
    const told = two.stderr.split('\n').filter((line) => / done\)$/.test(line));
    expect(told).toHaveLength(5);
    expect(told.at(-1)).toMatch(/\(5 of 5 done\)$/);
    expect(two.stderr).toContain('fold 1 of 5, seed 0\nfold 2 of 5, seed 0\n');
  });
});

describe('a job whose process is killed', () => {
  let stopped: CliRun;
  beforeAll(async () => {
    let isKilled = false;
    stopped = await serProcess([...NETWORK, '--jobs', '2', '--out', 'killed'], {
      onStderr(printed) {
        if (isKilled || !printed.includes('fold 2 of 5, seed 0: epoch 1/3')) return;
        isKilled = true;
        process.kill(trainerOf('killed/fold2-seed0'), 'SIGKILL');
      },
    });
  });

  it('costs its run alone', () => {
    const has = (fold: number) => list(`killed/fold${fold}-seed0`).includes('metrics.json');
    expect([1, 2, 3, 4, 5].map(has)).toEqual([true, false, true, true, true]);
    expect(list('killed')).not.toContain('metrics.json');
  });

  it('is named, with the way on', () => {
    expect(stopped.code).toBe(1);
    expect(stopped.stdout).toBe('');
    const why =
      'its process was killed; if the system had no memory left, with fewer --jobs each has more of it';
    expect(stopped.stderr).toContain(`fold 2 of 5, seed 0 has failed: ${why}\n`);
    expect(stopped.stderr).toMatch(
      /\nerror: 1 of 5 runs has failed: killed\/fold2-seed0: its process was killed; [^\n]*\nWhat is finished is kept\. Train the rest again with: [^\n]*ser crossvalidate --resume killed\n$/,
    );
  });

  it('leaves a run that --resume trains, to the same files', async () => {
    const { code, stderr } = await ser('crossvalidate', '--resume', 'killed');
    expect(code, stderr).toBe(0);
    expect(contents('killed')).toEqual(contents('net-1'));
  });
});

describe('Ctrl-C', () => {
  it('saves the runs of all jobs, and --resume goes on to the same files', async () => {
    const at = 'fold 1 of 5, seed 0: epoch 1/3';
    const args = [...NETWORK, '--jobs', '2', '--out', 'stopped'];
    const { code, stderr } = await serInterrupted(at, ...args);
    expect(code).toBe(130);
    expect(stderr).toMatch(/\nSaved\. Continue with: [^\n]*crossvalidate --resume stopped\n$/);
    expect(list('stopped').filter((name) => name.startsWith('fold')).length).toBeLessThan(5);
    for (const name of ['.', 'fold1-seed0', 'fold2-seed0'])
      expect(list(`stopped/${name}`)).not.toContain('run.lock');
    const resumed = await ser('crossvalidate', '--resume', 'stopped', '--jobs', '2');
    expect(resumed.code, resumed.stderr).toBe(0);
    expect(contents('stopped')).toEqual(contents('net-1'));
  });
});

describe('a process that is killed whose jobs train', () => {
  it('ends them, and --resume goes on to the same files', async () => {
    const stopped = await serProcess([...NETWORK, '--jobs', '2', '--out', 'left'], {
      onStderr(printed, child) {
        if (printed.includes('epoch 1/3')) child.kill('SIGKILL');
      },
    });
    expect(stopped.code).toBeNull();
    const resumed = await ser('crossvalidate', '--resume', 'left');
    expect(resumed.code, resumed.stderr).toBe(0);
    expect(contents('left')).toEqual(contents('net-1'));
  });
});
