import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { writeParquet } from '@ser/experiment';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CliRun } from '../../testing/run-in-process.ts';
import { putSmallClips } from '../../testing/sample-clips.ts';
import { type Sandbox, sandboxPerTest, sharedSandbox } from '../../testing/sandbox.ts';
import { SMALL_FRAMES_RECIPE, SMALL_RECIPE } from '../../testing/small-recipe.ts';
import { syntheticTable } from '../../testing/synthetic-table.ts';

vi.mock('../../data/extract-clips.ts', () => import('../../testing/extract-in-process.ts'));

/** Arguments that train the small recipe on the synthetic table. */
const SMALL = ['train', '--data', 'table.parquet', '--recipe', 'small.json'];
/** So many that only a signal ends the training. */
const ENDLESS = ['--epochs', '1000000000'];

function putSmallTable({ put }: Sandbox): void {
  put('table.parquet', writeParquet(syntheticTable()));
  put('small.json', JSON.stringify(SMALL_RECIPE));
}

describe('the run’s folder', () => {
  const sandbox = sandboxPerTest();
  const { list, put, ser, text } = sandbox;
  beforeEach(() => putSmallTable(sandbox));

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

  it('is no link, through which the run would land elsewhere', async () => {
    mkdirSync(join(sandbox.folder, 'elsewhere'));
    symlinkSync('elsewhere', join(sandbox.folder, 'link'));
    const { code, stderr } = await ser(...SMALL, '--no-variants', '--out', 'link/');
    expect(stderr).toMatch(/^error: link\/ must be a folder itself, got a symbolic link/);
    expect(code).toBe(1);
    expect(list('elsewhere')).toEqual([]);
  });

  it('says where it cannot be made', async () => {
    const { code, stderr } = await ser(...SMALL, '--no-variants', '--out', 'small.json/mine');
    expect(stderr).toContain('small.json/mine cannot be made a run');
    expect(code).toBe(1);
    expect(JSON.parse(text('small.json'))).toEqual(SMALL_RECIPE);
  });
});

describe('the folder of a run whose process was killed before the work began', () => {
  const sandbox = sharedSandbox();
  const { list, ser, serInterrupted } = sandbox;
  const args = ['train', '--data', 'wavs', '--recipe', 'frames.json', '--protocol', 'clip'];
  beforeAll(async () => {
    sandbox.put('frames.json', JSON.stringify(SMALL_FRAMES_RECIPE));
    putSmallClips(sandbox);
    await serInterrupted('comparing sounds', ...args, '--folds', '2', '--out', 'mine');
    // What was interrupted lets its lock go; what is killed leaves it.
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    sandbox.put('mine/run.lock', `${JSON.stringify({ pid, host: hostname() })}\n`);
    cpSync(join(sandbox.folder, 'mine'), join(sandbox.folder, 'copy'), { recursive: true });
  });

  it('holds the plan and the lock', () => {
    expect(list('mine')).toEqual(['plan.json', 'run.lock']);
  });

  it('serves a new run', async () => {
    const stopped = await serInterrupted('epoch', ...args, '--folds', '2', '--out', 'mine');
    expect(stopped.code).toBe(130);
    expect(list('mine')).not.toContain('run.lock');
  });

  it('can be resumed', async () => {
    expect((await ser('train', '--resume', 'copy')).code).toBe(0);
    expect(list('copy')).toContain('metrics.json');
    expect(list('copy')).not.toContain('run.lock');
  });
});

describe('the folder of a run whose process was killed', () => {
  const sandbox = sharedSandbox();
  const { list, ser, serInterrupted, serProcess } = sandbox;
  let locked: string;
  let second: CliRun | undefined;
  let resumed: CliRun;
  let pid: number | undefined;
  beforeAll(async () => {
    putSmallTable(sandbox);
    let isStarted = false;
    await serProcess([...SMALL, '--no-variants', ...ENDLESS, '--out', 'mine'], {
      async onStderr(printed, child) {
        // What the first epoch left is on the disk before the second one ends.
        if (isStarted || !/epoch +2\//.test(printed)) return;
        isStarted = true;
        pid = child.pid;
        locked = sandbox.text('mine/run.lock');
        second = await ser('train', '--resume', 'mine');
        child.kill('SIGKILL');
      },
    });
    resumed = await serInterrupted('epoch', 'train', '--resume', 'mine');
  });

  it('held its number and its host while it was at work', () => {
    expect(locked).toBe(`${JSON.stringify({ pid, host: hostname() })}\n`);
  });

  it('was closed to a second process meanwhile', () => {
    expect(second).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining(`mine is in use by process ${pid} on ${hostname()}`),
    });
  });

  it('is free again', () => {
    expect(resumed.code).toBe(130);
  });

  it('keeps the epochs that were finished', () => {
    expect(resumed.stderr).not.toMatch(/epoch +1\//);
  });

  it('keeps no lock', () => {
    expect(list('mine')).not.toContain('run.lock');
  });
});

describe('a run of a cross-validation that is at work', () => {
  const sandbox = sharedSandbox();
  const { put, ser, serInterrupted } = sandbox;
  const lock = (): string => `${JSON.stringify({ pid: process.ppid, host: hostname() })}\n`;
  beforeAll(async () => {
    putSmallTable(sandbox);
    const args = ['--data', 'table.parquet', '--recipe', 'small.json', '--no-variants'];
    await serInterrupted('epoch 1/3', 'crossvalidate', ...args, '--out', 'folds');
    put('folds/run.lock', lock());
  });

  it('is not resumed by itself', async () => {
    const { code, stderr } = await ser('train', '--resume', 'folds/fold1-seed0');
    expect(stderr).toMatch(/folds is in use by process/);
    expect(code).toBe(1);
  });

  it('is not begun by another command', async () => {
    const { code, stderr } = await ser(...SMALL, '--no-variants', '--out', 'folds/fold2-seed0');
    expect(stderr).toMatch(/folds is in use by process/);
    expect(code).toBe(1);
    expect(sandbox.list('folds')).not.toContain('fold2-seed0');
  });
});

describe('an interrupted run', () => {
  const sandbox = sharedSandbox();
  const { bytes, list, put, ser, serInterrupted, text } = sandbox;
  const args = [...SMALL, '--no-variants', '--out'];
  let stopped: CliRun;
  let resumed: CliRun;
  beforeAll(async () => {
    putSmallTable(sandbox);
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

  it.each(['weights.bin', 'predictions.json', 'history.csv', 'report.html', 'plan.json'])(
    'ends with the %s of a run that was never interrupted',
    (file) => {
      expect(bytes(`mine/${file}`).equals(bytes(`whole/${file}`))).toBe(true);
    },
  );

  it('keeps the recipe that it began with', () => {
    expect(JSON.parse(text('mine/plan.json')).recipe).toEqual(SMALL_RECIPE);
  });

  it('leaves nothing behind that only resuming needs', () => {
    expect(list('mine')).toEqual(list('whole'));
  });
});

describe('Ctrl-C in a process of its own', () => {
  const sandbox = sandboxPerTest();

  it('ends it with 130 and the way to go on', async () => {
    putSmallTable(sandbox);
    const stopped = await sandbox.serProcess(
      [...SMALL, '--no-variants', ...ENDLESS, '--out', 'mine'],
      {
        onStderr(printed, child) {
          if (printed.includes('epoch') && !child.killed) child.kill('SIGINT');
        },
      },
    );
    expect(stopped.code).toBe(130);
    expect(stopped.stderr).toContain('train --resume mine');
  });
});

describe('--resume', () => {
  const begun = sharedSandbox();
  const sandbox = sandboxPerTest();
  const { list, put, ser, text } = sandbox;
  const resume = (...more: string[]) => ser('train', '--resume', 'mine', ...more);
  beforeAll(async () => {
    putSmallTable(begun);
    await begun.serInterrupted('epoch 1/3', ...SMALL, '--no-variants', '--out', 'mine');
    // The plan holds the absolute path of its data, which each test has its own copy of.
    const plan = begun.text('mine/plan.json');
    begun.put('mine/plan.json', plan.replace(begun.folder, 'DATA'));
  });
  beforeEach(() => {
    cpSync(begun.folder, sandbox.folder, { recursive: true });
    put('mine/plan.json', text('mine/plan.json').replace('DATA', sandbox.folder));
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

  it('names what is wrong in a changed plan.json', async () => {
    put('mine/plan.json', '{"kind":"run"}');
    expect((await resume()).stderr).toContain('mine/plan.json: `version` is missing');
  });

  it('reads a plan.json that an editor has put a mark into', async () => {
    put('mine/plan.json', `\ufeff${text('mine/plan.json')}`);
    expect((await resume()).code).toBe(0);
  });

  it('goes on in no folder that holds a link, or a pipe', async () => {
    put('elsewhere', 'keep me');
    symlinkSync(join(sandbox.folder, 'elsewhere'), join(sandbox.folder, 'mine/report.txt'));
    const linked = await resume();
    expect(linked.stderr).toContain('mine/report.txt must be a plain file or a folder');
    expect(linked.code).toBe(1);
    expect(text('elsewhere')).toBe('keep me');
    rmSync(join(sandbox.folder, 'mine/report.txt'));
    execFileSync('mkfifo', [join(sandbox.folder, 'mine/report.txt')]);
    expect((await resume()).stderr).toContain('got a named pipe');
  });

  it('waits for no pipe in place of its plan', async () => {
    rmSync(join(sandbox.folder, 'mine/plan.json'));
    execFileSync('mkfifo', [join(sandbox.folder, 'mine/plan.json')]);
    expect((await resume()).stderr).toContain('mine/plan.json must be a plain file');
  });

  it('clears away what a killed process was writing', async () => {
    put('mine/weights.bin.0123456789abcdef.tmp', 'half');
    expect((await resume()).code).toBe(0);
    expect(list('mine').filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('names a plan.json that is no JSON', async () => {
    put('mine/plan.json', 'damaged');
    expect((await resume()).stderr).toContain('mine/plan.json is not JSON');
  });

  it('does not take a damaged resume point, nor away what is there', async () => {
    put('mine/resume.bin', 'damaged');
    const before = list('mine');
    const { code, stderr } = await resume();
    expect(stderr).toMatch(/^error: mine\/resume\.bin is damaged [^\n]*; remove it[^\n]*\n$/);
    expect(code).toBe(1);
    expect(list('mine')).toEqual(before);
  });

  it('names a folder that is no run’s', async () => {
    const { code, stderr } = await ser('train', '--resume', 'nowhere');
    expect(stderr).toContain('--resume nowhere: must be the folder of an interrupted run');
    expect(code).toBe(1);
  });
});
