import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { writeParquet } from '@ser/experiment';
import { beforeAll, describe, expect, it } from 'vitest';
import { mergeRuns } from '../runs/merge-runs.ts';
import type { CliRun } from '../testing/run-in-process.ts';
import { sandboxPerTest, sharedSandbox } from '../testing/sandbox.ts';
import { SMALL_RECIPE } from '../testing/small-recipe.ts';
import { syntheticTable } from '../testing/synthetic-table.ts';

const ARGS = [
  ...['crossvalidate', '--data', 'table.parquet', '--recipe', 'small.json'],
  ...['--no-variants', '--epochs', '1', '--out'],
];
const shard = (index: number, count = 2) => [
  ...['--num-shards', String(count), '--shard-index', String(index)],
];
const TABLE = writeParquet(syntheticTable());

const sandbox = sharedSandbox();
const { bytes, list, put, ser, serInterrupted, serProcess } = sandbox;
const path = (name: string) => join(sandbox.folder, name);
beforeAll(() => {
  put('table.parquet', TABLE);
  put('small.json', JSON.stringify(SMALL_RECIPE));
});

describe('shards of a cross-validation', () => {
  let first: CliRun;
  let second: CliRun;
  beforeAll(async () => {
    await ser(...ARGS, 'whole');
    // One of them is stopped, and begun again after the other.
    await serInterrupted('fold 2 of 5, seed 0\n', ...ARGS, 'cv', ...shard(1));
    first = await ser(...ARGS, 'cv', ...shard(0));
    second = await ser(...ARGS, 'cv', ...shard(1), '--json');
  });

  it('train each their own runs', () => {
    expect([first.code, second.code], first.stderr + second.stderr).toEqual([0, 0]);
    expect(first.stdout).toMatch(
      /^\nshard 0 of 2: 3 runs\nfold 1, seed 0: UAR [\d.]+, accuracy [\d.]+\nfold 3, .*\nfold 5, /,
    );
    expect(JSON.parse(second.stdout)).toMatchObject({
      ...{ shard: 1, shards: 2, out: 'cv', problems: [] },
      runs: [
        { fold: 2, seed: 0, test: { n: 40 } },
        { fold: 4, seed: 0 },
      ],
    });
  });

  it('say how to go on', () => {
    expect(first.stdout).toMatch(/\nSaved in cv\. Once all shards are there: .*ser merge cv\n$/);
  });

  it('write no summary, and leave no lock', () => {
    expect(list('cv')).toEqual([
      ...[1, 2, 3, 4, 5].map((fold) => `fold${fold}-seed0`),
      ...['plan.json', 'provenance.json', 'shards.json'],
    ]);
    expect(list('cv/fold2-seed0')).toEqual(list('whole/fold2-seed0'));
  });

  it('become what one run writes, byte for byte', async () => {
    const { missing, missingRuns, shards, result } = await mergeRuns(path('cv'));
    expect([missing, missingRuns, shards]).toEqual(['', [], 2]);
    expect(result?.report).toBe(sandbox.text('whole/report.txt'));
    expect(list('cv')).toEqual(list('whole'));
    for (const file of list('whole').filter((name) => name.includes('.')))
      expect(bytes(`cv/${file}`).equals(bytes(`whole/${file}`)), file).toBe(true);
  });

  it('are merged once', async () => {
    await expect(mergeRuns(path('cv'))).rejects.toMatchObject({ code: 'run-finished' });
    const again = await ser(...ARGS, 'cv', ...shard(0));
    expect(again.stderr).toBe('error: --out cv: this run has finished; see its report.txt\n');
    expect(again.code).toBe(1);
  });
});

describe('shards at the same time', () => {
  it('train each run once, in processes of their own', async () => {
    const runs = await Promise.all(
      [0, 1].map((index) => serProcess([...ARGS, 'both', ...shard(index)])),
    );
    expect(
      runs.map(({ code }) => code),
      runs.map(({ stderr }) => stderr).join('\n'),
    ).toEqual([0, 0]);
    const begun = runs.flatMap(({ stderr }) => stderr.match(/^fold \d of 5, seed 0$/gm) ?? []);
    expect(begun.sort()).toEqual([1, 2, 3, 4, 5].map((fold) => `fold ${fold} of 5, seed 0`));
    await mergeRuns(path('both'));
    expect(bytes('both/metrics.json').equals(bytes('whole/metrics.json'))).toBe(true);
  });
});

describe('a shard that is missing', () => {
  it('is named as an array takes it, with its runs', async () => {
    await ser(...ARGS, 'part', ...shard(1, 4));
    expect(await mergeRuns(path('part'))).toEqual({
      shards: 4,
      missing: '0,2-3',
      missingRuns: [1, 3, 4, 5].map((fold) => `fold${fold}-seed0`),
      result: undefined,
    });
    expect(list('part')).not.toContain('metrics.json');
  });

  it('may be trained by --resume, with the summary', async () => {
    const { code, stderr } = await ser('crossvalidate', '--resume', 'part');
    expect(code, stderr).toBe(0);
    expect(list('part')).toEqual(list('whole'));
    expect(bytes('part/report.txt').equals(bytes('whole/report.txt'))).toBe(true);
  });
});

describe('what cannot be', () => {
  const own = sandboxPerTest();
  const run = (...args: string[]) => own.ser(...ARGS, 'cv', ...args);
  const prepare = () => {
    own.put('table.parquet', TABLE);
    own.put('small.json', JSON.stringify(SMALL_RECIPE));
  };

  it.each([
    [['--num-shards', '2'], '--shard-index must stand beside --num-shards 2'],
    [['--shard-index', '1'], '--num-shards must stand beside --shard-index 1'],
    [shard(2), '--shard-index must be below the number of shards, which is 2, got 2'],
  ])('is refused: %j', async (args, message) => {
    prepare();
    const { code, stderr } = await run(...args);
    expect([code, own.list()]).toEqual([2, ['small.json', 'table.parquet']]);
    expect(stderr).toContain(message);
  });

  it('is shards without a folder that they share', async () => {
    prepare();
    const { code, stderr } = await own.ser(...ARGS.slice(0, -1), ...shard(0));
    expect(code).toBe(2);
    expect(stderr).toContain('--out must name the folder that all 2 shards share');
  });

  it('is --resume of one shard', async () => {
    const { code, stderr } = await own.ser('crossvalidate', '--resume', 'cv', ...shard(0));
    expect(code).toBe(2);
    expect(stderr).toContain('leave out --numShards, --shardIndex');
  });

  it('is another plan, or another number of shards', async () => {
    prepare();
    await run(...shard(0));
    const other = await run(...shard(1), '--seeds', '2');
    expect(other.stderr).toContain('cv was begun with another plan, which differs in: seeds');
    expect(other.code).toBe(1);
    const more = await run(...shard(1, 3));
    expect(more.stderr).toContain('cv is shared among 2 shards, got 3');
    expect(more.code).toBe(1);
  });

  it('is a folder of something else', async () => {
    prepare();
    own.put('cv/mine.txt', 'keep me');
    const { code, stderr } = await run(...shard(0));
    expect(stderr).toBe('error: --out cv already holds something; choose another folder\n');
    expect([code, own.list('cv')]).toEqual([1, ['mine.txt']]);
  });

  it('is a folder that is a link', async () => {
    prepare();
    mkdirSync(join(own.folder, 'elsewhere'));
    symlinkSync(join(own.folder, 'elsewhere'), join(own.folder, 'cv'));
    const { code, stderr } = await run(...shard(0));
    expect(stderr).toContain('cv must be a folder itself, got a symbolic link');
    expect([code, own.list('elsewhere')]).toEqual([1, []]);
  });

  it('is --resume while a shard trains a run there', async () => {
    prepare();
    await run(...shard(0));
    const holder = { pid: process.ppid, host: hostname() };
    mkdirSync(join(own.folder, 'cv/fold2-seed0'));
    writeFileSync(join(own.folder, 'cv/fold2-seed0/run.lock'), JSON.stringify(holder));
    const { code, stderr } = await own.ser('crossvalidate', '--resume', 'cv');
    expect(stderr).toContain(`cv/fold2-seed0 is in use by process ${process.ppid}`);
    expect([code, own.list('cv')]).toEqual([1, expect.not.arrayContaining(['run.lock'])]);
  });

  it('leaves nothing where the data cannot be read', async () => {
    prepare();
    own.put('table.parquet', 'no table');
    expect((await run(...shard(0))).code).toBe(1);
    expect(own.list()).toEqual(['small.json', 'table.parquet']);
  });
});

describe('mergeRuns', () => {
  const own = sandboxPerTest();

  it('refuses a folder that is of no shards', async () => {
    own.put('cv/plan.json', '{}');
    await expect(mergeRuns(join(own.folder, 'cv'))).rejects.toMatchObject({ code: 'no-run' });
    await expect(mergeRuns(join(own.folder, 'none'))).rejects.toMatchObject({ code: 'no-run' });
  });
});
