import { memoryStore } from '@ser/model';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ExperimentEvent } from '../reporter.ts';
import { INTERRUPTED, interruptAfter } from '../testing/interrupt-after.ts';
import { smallPlan } from '../testing/small-plan.ts';
import { smallTable } from '../testing/small-table.ts';
import { startWasm } from '../testing/start-wasm.ts';
import { readPlan } from './read-plan.ts';
import { run } from './run.ts';
import { type FoldsResult, runFolds } from './run-folds.ts';

const EPOCHS = 2;
const plan = smallPlan({ kind: 'cross-validation', protocol: 'speaker', seeds: 2, epochs: EPOCHS });
const table = smallTable();
const RUNS = 5 * 2;

await startWasm();
const store = memoryStore();
const events: ExperimentEvent[] = [];
const whole: FoldsResult = await runFolds(plan, table, {
  store,
  reporter: (event) => events.push(event),
});
const json = (file: string) => JSON.parse(new TextDecoder().decode(store.files.get(file)));

/** Copies the files of the whole cross-validation. */
async function copy() {
  const other = memoryStore();
  for (const [file, bytes] of store.files) await other.write(file, bytes);
  return other;
}

/** A reporter that notes which runs begin. */
function noteRuns() {
  const begun: string[] = [];
  const reporter = (event: ExperimentEvent) => {
    if (event.kind === 'run-begin') begun.push(`fold${event.fold}-seed${event.seed}`);
  };
  return { begun, reporter };
}

/** What was told of whole runs. */
const runEvents = () => events.filter(({ kind }) => kind === 'run-begin' || kind === 'run-end');

it('tests every fold once with every seed', () => {
  const runs = whole.summary.folds.map(({ fold, seed }) => [seed, fold]);
  const expected = [0, 1].flatMap((seed) => [1, 2, 3, 4, 5].map((fold) => [seed, fold]));
  expect(runs).toEqual(expected);
});

it('tests every clip once with every seed', () => {
  const tested = whole.predictions.map(({ clip, seed }) => `${clip} ${seed}`);
  expect(tested).toHaveLength(2 * table.rows.length);
  expect(new Set(tested).size).toBe(tested.length);
});

it('trains each run as `run` does', async () => {
  const own = { ...plan, kind: 'run', fold: 3, seed: 1, seeds: 1 } as const;
  const alone = memoryStore();
  await run(own, table, { store: alone });
  expect(alone.files.get('weights.bin')).toEqual(store.files.get('fold3-seed1/weights.bin'));
});

it('leaves its reports beside the folders of its runs', () => {
  const files = [...store.files.keys()].filter((file) => !file.includes('/'));
  expect(files.sort()).toEqual([
    'metrics.json',
    'plan.json',
    'predictions.json',
    'provenance.json',
    'report.html',
    'report.txt',
  ]);
});

it('leaves in the folder of each run the plan that `run` would go on with', () => {
  expect(json('fold3-seed1/plan.json')).toEqual({
    ...plan,
    kind: 'run',
    fold: 3,
    seed: 1,
    seeds: 1,
  });
});

it('leaves predictions in the shape of a run’s', () => {
  const { labels, predictions } = json('fold1-seed0/predictions.json');
  expect(labels).toEqual(json('predictions.json').labels);
  const isFirst = ({ fold, seed }: { fold: number; seed: number }) => fold === 1 && seed === 0;
  expect(json('predictions.json').predictions.filter(isFirst)).toEqual(predictions);
});

it('gives the figures that it left', () => {
  expect(json('metrics.json')).toEqual(whole.summary);
});

it('gives the report that it left', () => {
  expect(new TextDecoder().decode(store.files.get('report.txt'))).toBe(whole.report);
});

it('tells which run begins and what became of it', () => {
  const runs = runEvents();
  expect(runs.slice(0, 2)).toEqual([
    { kind: 'run-begin', fold: 1, folds: 5, seed: 0 },
    expect.objectContaining({ kind: 'run-end', fold: 1, seed: 0, done: 1, total: RUNS }),
  ]);
});

it('tells of every run', () => {
  expect(runEvents()).toHaveLength(2 * RUNS);
});

describe('called again', () => {
  it('keeps the runs that are finished', async () => {
    const { begun, reporter } = noteRuns();
    expect(await runFolds(plan, table, { store: await copy(), reporter })).toEqual(whole);
    expect(begun).toEqual([]);
  });

  it('trains a run again whose figures are not there', async () => {
    const other = await copy();
    await other.remove('fold3-seed0/metrics.json');
    const { begun, reporter } = noteRuns();
    const again = await runFolds(plan, table, { store: other, reporter });
    expect(begun).toEqual(['fold3-seed0']);
    expect(again).toEqual(whole);
  });

  it('refuses another plan', async () => {
    const again = runFolds({ ...plan, seeds: 3 }, table, { store: await copy() });
    await expect(again).rejects.toMatchObject({ code: 'other-plan' });
  });

  it('refuses other data', async () => {
    const rows = table.rows.map((row, i) => (i === 0 ? { ...row, clip: 'another' } : row));
    const again = runFolds(plan, { ...table, rows }, { store: await copy() });
    await expect(again).rejects.toMatchObject({ code: 'other-data' });
  });
});

describe('interrupted in its second run', () => {
  const other = memoryStore();
  beforeAll(async () => {
    const ports = { store: other, ...interruptAfter(EPOCHS + 1) };
    await expect(runFolds(plan, table, ports)).rejects.toBe(INTERRUPTED);
  });

  it('has finished the first and begun the second', () => {
    const has = (file: string) => other.files.has(file);
    expect(['fold1-seed0/metrics.json', 'fold2-seed0/metrics.json'].map(has)).toEqual([
      true,
      false,
    ]);
    expect(['fold2-seed0/resume.bin', 'metrics.json'].map(has)).toEqual([true, false]);
  });

  it('goes on with the second, to the same predictions', async () => {
    const { begun, reporter } = noteRuns();
    const kept = (await readPlan(other)) ?? plan;
    const again = await runFolds(kept, table, { store: other, reporter });
    expect(begun).toHaveLength(RUNS - 1);
    expect(begun[0]).toBe('fold2-seed0');
    expect(again).toEqual(whole);
  });
});

it('refuses the plan of a run', async () => {
  const other = runFolds(smallPlan(), table, { store: memoryStore() });
  await expect(other).rejects.toThrow('runFolds: `plan.kind` must be cross-validation, got run');
});

it('refuses the plan of another backend', async () => {
  const other = runFolds({ ...plan, backend: 'cpu' }, table, { store: memoryStore() });
  await expect(other).rejects.toThrow(
    'runFolds: `plan.backend` must be the backend that tfjs uses',
  );
});
