import type * as Experiment from '@ser/experiment';
import {
  type AnyTable,
  type Plan,
  type RunPorts,
  run,
  runFolds,
  writeParquet,
} from '@ser/experiment';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { startBackend } from '../console/start-backend.ts';
import { ravdess } from '../data-sets/ravdess.ts';
import { runInProcess } from '../testing/run-in-process.ts';
import { sharedSandbox } from '../testing/sandbox.ts';
import { SMALL_RECIPE } from '../testing/small-recipe.ts';
import { syntheticTable } from '../testing/synthetic-table.ts';

// The libraries' part is left out: what they are handed is looked at.
vi.mock('@ser/experiment', async (actual) => ({
  ...(await actual<typeof Experiment>()),
  run: vi.fn(),
  runFolds: vi.fn(),
}));
vi.mock('../console/start-backend.ts', { spy: true });

const sandbox = sharedSandbox();
const { list, put } = sandbox;
const table = syntheticTable();
/** RAVDESS with a smaller table of its own, of speakers with other features. */
const dataSet = {
  ...ravdess,
  embedded: { ...ravdess.embedded, read: async () => ({ ...table, x: table.x.map((v) => -v) }) },
};
const ser = (...args: string[]) => runInProcess(args, { cwd: sandbox.folder, dataSet });
const SMALL = ['--data', 'table.parquet', '--recipe', 'small.json', '--no-variants'];

/** What `run` or `runFolds` was called with. */
let handed: { plan: Plan; table: AnyTable; ports: RunPorts }[] = [];
beforeAll(() => {
  put('table.parquet', writeParquet(table));
  put('small.json', JSON.stringify(SMALL_RECIPE));
});
beforeEach(() => {
  handed = [];
  vi.mocked(startBackend).mockClear();
  for (const work of [run, runFolds]) {
    vi.mocked(work).mockReset();
    vi.mocked(work as typeof run).mockImplementation(async (plan, own, ports) => {
      handed.push({ plan, table: own, ports });
      await ports.store.write('probe', Uint8Array.of(1));
      ports.reporter?.({ kind: 'run-begin', fold: 1, folds: 2, seed: 3 });
      return { summary: { uar: 0.5 }, report: 'a report\nof two lines' } as never;
    });
  }
});

describe.each([
  ['train', run],
  ['crossvalidate', runFolds],
] as const)('ser %s', (command, work) => {
  it('hands plan, table and ports on', async () => {
    const out = `${command}-ports`;
    const { code, stderr } = await ser(command, ...SMALL, '--out', out);
    expect(code, stderr).toBe(0);
    expect(work).toHaveBeenCalledOnce();
    const [{ plan, table: own, ports }] = handed;
    expect(plan).toEqual(JSON.parse(sandbox.text(`${out}/plan.json`)));
    expect(own.rows).toEqual(table.rows);
    expect(own.x).toEqual(table.x);
    expect(ports.versions).toEqual({
      node: process.version,
      '@ser/cli': manifest.version,
      '@tensorflow/tfjs-core': expect.stringMatching(/^4\.\d+\.\d+$/),
    });
    expect(list(out)).toEqual(['plan.json', 'probe']);
    expect(stderr).toContain('fold 1 of 2, seed 3\n');
  });

  it('hands a signal on that Ctrl-C aborts', async () => {
    vi.mocked(work as typeof run).mockImplementation(async (_, __, { signal }: RunPorts) => {
      process.emit('SIGINT');
      expect(signal?.aborted).toBe(true);
      throw signal?.reason;
    });
    const { code, stdout, stderr } = await ser(command, ...SMALL, '--out', `${command}-stop`);
    expect(code).toBe(130);
    expect(stdout).toBe('');
    expect(stderr).toMatch(
      new RegExp(`\nSaved\\. Continue with: .* ${command} --resume ${command}-stop\n$`),
    );
    // Nothing has begun, and yet the folder stays: the message has just named it.
    expect(list(`${command}-stop`)).toEqual(['plan.json']);
  });

  it('prints what a run that ends all the same has found', async () => {
    vi.mocked(work as typeof run).mockImplementation(async () => {
      process.emit('SIGINT');
      return { summary: { uar: 0.5 }, report: 'a report' } as never;
    });
    const { code, stdout } = await ser(command, ...SMALL, '--out', `${command}-late`, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ uar: 0.5 });
  });

  it('starts the backend that it plans with, on as many threads as it is told', async () => {
    await ser(command, ...SMALL, '--out', `${command}-b1`, '--threads', '3');
    await ser(command, ...SMALL, '--out', `${command}-b2`, '--backend', 'cpu', '--threads', '2');
    expect(vi.mocked(startBackend).mock.calls).toEqual([
      ['wasm', 3],
      ['cpu', 2],
    ]);
  });

  it('prints the report, and below it where the run lies', async () => {
    const out = `${command}-text`;
    const { stdout } = await ser(command, ...SMALL, '--out', out);
    const lines = stdout.split('\n');
    expect(lines.slice(0, 3)).toEqual(['', 'a report', 'of two lines']);
    expect(lines[3]).toMatch(
      command === 'train'
        ? /^Saved in train-text\. Try it: .* predict FILE\.wav --model train-text$/
        : /^Saved in crossvalidate-text\.$/,
    );
    expect(lines.slice(4)).toEqual(['']);
  });

  it('adds folder and problems to the summary as JSON', async () => {
    const { stdout } = await ser(command, ...SMALL, '--out', `${command}-json`, '--json');
    expect(JSON.parse(stdout)).toEqual({ uar: 0.5, out: `${command}-json`, problems: [] });
  });

  it('goes on with the plan of --resume, on the threads of now', async () => {
    const out = `${command}-again`;
    await ser(command, ...SMALL, '--out', out, '--epochs', '2', '--backend', 'cpu');
    await ser(command, '--resume', out, '--threads', '2', '--json');
    const [first, second] = handed;
    expect(second.plan).toEqual(first.plan);
    expect(second.plan.epochs).toBe(2);
    expect(second.table).toEqual(first.table);
    expect(vi.mocked(startBackend).mock.lastCall).toEqual(['cpu', 2]);
  });

  it('refuses every option of a new run beside --resume', async () => {
    const out = `${command}-new`;
    await ser(command, ...SMALL, '--out', out);
    const refused = [
      ...['--data table.parquet', '--recipe baseline', '--protocol speaker', '--folds 10'],
      ...['--channels all', '--epochs 60', '--backend wasm', '--out x', '--variants'],
      ...(command === 'train' ? ['--fold 1', '--seed 0'] : ['--seeds 1']),
    ];
    for (const option of refused) {
      const [name] = option.split(' ');
      const { code, stderr } = await ser(command, '--resume', out, ...option.split(' '));
      expect([code, stderr]).toEqual([
        2,
        `error: --resume goes on with the options of its run; leave out ${name}\n`,
      ]);
    }
  });

  it('has a folder of its own in runs/ unless it is told another', async () => {
    const outs = [];
    for (let i = 0; i < 2; i++)
      outs.push(JSON.parse((await ser(command, ...SMALL, '--json')).stdout).out);
    const name = command === 'train' ? 'small-holdout-seed0' : 'crossvalidate-small-speaker';
    expect(outs).toEqual([`runs/${name}`, `runs/${name}-2`]);
  });

  it('trains on the table that comes along, and says so', async () => {
    const args = ['--recipe', 'small.json', '--no-variants', '--out', `${command}-own`];
    const { stderr } = await ser(command, ...args);
    expect(handed[0].table.x).toEqual(table.x.map((value) => -value));
    expect(stderr).toMatch(
      /^No --data: training on the embedded table of RAVDESS features \(CC BY-NC-SA 4\.0\)\.\nTo train from audio: .* train --data FOLDER \(.* download gets RAVDESS\)\.\n/,
    );
  });
});

it('refuses a run of a backend that is not brought along', async () => {
  await ser('train', ...SMALL, '--out', 'gpu');
  const plan = JSON.parse(sandbox.text('gpu/plan.json'));
  put('gpu/plan.json', JSON.stringify({ ...plan, backend: 'webgpu' }));
  const { code, stderr } = await ser('train', '--resume', 'gpu');
  expect(stderr).toBe('error: gpu was trained on webgpu, which is unknown here\n');
  expect(code).toBe(1);
});

it('names the way on where the machine refuses something, and nowhere else', async () => {
  vi.mocked(run).mockImplementationOnce(async (_, __, { store }) => {
    await store.write('split.json', Uint8Array.of(1));
    throw Object.assign(new Error('EIO: bad disk'), { code: 'EIO', syscall: 'write' });
  });
  const refused = await ser('train', ...SMALL, '--out', 'disk');
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(
    /^error: EIO: bad disk\nOnce this is mended, continue with: .* train --resume disk\n$/,
  );
  vi.mocked(run).mockImplementationOnce(async (_, __, { store }) => {
    await store.write('split.json', Uint8Array.of(1));
    throw Object.assign(new Error('a bad table'), { code: 'bad-table' });
  });
  const other = await ser('train', ...SMALL, '--out', 'table');
  expect([other.code, other.stderr]).toEqual([1, 'error: a bad table\n']);
});
