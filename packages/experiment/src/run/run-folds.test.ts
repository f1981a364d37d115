import { memoryStore } from '@ser/model';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ExperimentEvent } from '../reporter.ts';
import { failingStore } from '../testing/failing-store.ts';
import { INTERRUPTED, interruptAfter } from '../testing/interrupt-after.ts';
import { smallPlan } from '../testing/small-plan.ts';
import { SMALL_SPEAKERS, smallTable } from '../testing/small-table.ts';
import { startWasm } from '../testing/start-wasm.ts';
import type { FoldsResult } from './folds-result.ts';
import { readPlan } from './read-plan.ts';
import { run } from './run.ts';
import { runFolds } from './run-folds.ts';

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
  versions: { node: '26' },
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

/** What is told when a run has its figures. */
const ends = () =>
  whole.summary.folds.map(({ fold, seed, uar, accuracy }, i) => ({
    ...{ kind: 'run-end', fold, folds: 5, seed, done: i + 1, total: RUNS },
    ...{ uar, accuracy },
  }));

it('tells which run begins and what became of it', () => {
  const expected = ends().flatMap((end) => {
    const { fold, folds, seed } = end;
    return [{ kind: 'run-begin', fold, folds, seed }, end];
  });
  expect(runEvents()).toEqual(expected);
});

it('tells the steps and epochs of a run between its beginning and its end', () => {
  const kinds = events.map(({ kind }) => kind);
  const first = kinds.slice(0, kinds.indexOf('run-end') + 1);
  // 85 % of the 152 rows of four folds train in five batches.
  const epoch = [...new Array(5).fill('step'), 'epoch'];
  expect(first).toEqual(['run-begin', ...epoch, ...epoch, 'trained', 'run-end']);
});

it('keeps the figures of each run as the run left them', () => {
  for (const { fold, seed, epochs, ...figures } of whole.summary.folds) {
    const own = json(`fold${fold}-seed${seed}/metrics.json`);
    expect(own.test).toMatchObject(figures);
    expect([own.fold, own.seed, own.epochs]).toEqual([fold, seed, epochs]);
  }
});

it('keeps versions and the digest of its rows above its runs alone', () => {
  const files = [...store.files.keys()].filter((file) => file.endsWith('provenance.json'));
  expect(files).toEqual(['provenance.json']);
  expect(json('provenance.json')).toMatchObject({ versions: { node: '26' }, data: { rows: 192 } });
});

describe('called again', () => {
  it('keeps the runs that are finished', async () => {
    const seen: ExperimentEvent[] = [];
    const reporter = (event: ExperimentEvent) => seen.push(event);
    expect(await runFolds(plan, table, { store: await copy(), reporter })).toEqual(whole);
    expect(seen).toEqual(ends());
  });

  it('trains a run again whose figures are not there', async () => {
    const other = await copy();
    await other.remove('fold3-seed0/metrics.json');
    const { begun, reporter } = noteRuns();
    const again = await runFolds(plan, table, { store: other, reporter });
    expect(begun).toEqual(['fold3-seed0']);
    expect(again).toEqual(whole);
  });

  it.each([
    [
      'the plan',
      'fold5-seed1/plan.json',
      'other-plan',
      JSON.stringify({ ...smallPlan(), seed: 9 }),
    ],
    ['the figures', 'fold5-seed1/metrics.json', 'bad-file', '{}'],
    ['the predictions', 'fold5-seed1/predictions.json', 'bad-file', '{}'],
  ])(
    'knows that %s of its last run are another’s before it trains',
    async (_, file, code, text) => {
      const other = await copy();
      await other.remove('fold1-seed0/metrics.json');
      await other.write(file, new TextEncoder().encode(text));
      const { begun, reporter } = noteRuns();
      const again = runFolds(plan, table, { store: other, reporter });
      await expect(again).rejects.toMatchObject({ code });
      expect(begun).toEqual([]);
    },
  );

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

describe('with a disk that is full when it writes', () => {
  const folds = [SMALL_SPEAKERS.folds.slice(0, 2).flat(), SMALL_SPEAKERS.folds.slice(2).flat()];
  const own = { ...plan, seeds: 1, epochs: 1, speakers: { ...SMALL_SPEAKERS, folds } };
  let expected: FoldsResult;
  const base = failingStore();
  beforeAll(async () => {
    expected = await runFolds(own, table, { store: base });
  });

  it.each([
    ['its first file', 'plan.json', 0],
    ['its second file', 'provenance.json', 0],
    ['the plan of its first run', 'fold1-seed0/plan.json', 0],
    ['the predictions of its last run', 'fold2-seed0/predictions.json', 1],
    ['the figures of its last run', 'fold2-seed0/metrics.json', 1],
    ['its predictions', 'predictions.json', 2],
    ['its report', 'report.txt', 2],
    ['its report with plots', 'report.html', 2],
    ['its figures', 'metrics.json', 2],
  ])('%s, it is unfinished, and goes on to the same figures', async (_, file, finished) => {
    const failing = failingStore(base.written.indexOf(file));
    await expect(runFolds(own, table, { store: failing })).rejects.toThrow(`no space for ${file}`);
    expect(failing.files.has('metrics.json')).toBe(false);
    const { begun, reporter } = noteRuns();
    expect(await runFolds(own, table, { store: failing, reporter })).toEqual(expected);
    expect(begun).toHaveLength(2 - finished);
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
