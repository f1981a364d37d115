import { type FileStore, memoryStore } from '@ser/model';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ExperimentEvent } from '../reporter.ts';
import { discriminantRecipe, smallPlan } from '../testing/small-plan.ts';
import { SMALL_SPEAKERS, smallTable } from '../testing/small-table.ts';
import { startWasm } from '../testing/start-wasm.ts';
import type { FoldsResult } from './folds-result.ts';
import { runFold } from './run-fold.ts';
import { runFolds } from './run-folds.ts';
import type { RunJobs } from './run-jobs.ts';

await startWasm();
const table = smallTable();
const network = smallPlan({ kind: 'cross-validation', protocol: 'speaker', epochs: 1, seeds: 2 });
const recipe = { ...discriminantRecipe, variants: [], testVariants: [] };
const discriminant = { ...network, recipe, epochs: 0, seeds: 1 };

/** Trains runs here, and the last that is asked for first. */
function jobsOf(plan: typeof network, store: FileStore, count = 3): RunJobs {
  let before: Promise<unknown> = Promise.resolve();
  const queue: (() => Promise<void>)[] = [];
  return {
    count,
    async train(run, ports) {
      await new Promise<void>((resolve, reject) => {
        queue.push(() =>
          runFold(plan, table, run, { store, ...ports }).then(() => resolve(), reject),
        );
        before = before.then(async () => {
          // tfjs trains one model at a time.
          await new Promise((next) => setTimeout(next));
          await queue.pop()?.();
        });
      });
    },
  };
}

/** The files of a store without what tells how long something took. */
const contents = ({ files }: ReturnType<typeof memoryStore>) =>
  Object.fromEntries(
    [...files]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([file, bytes]) => {
        const text = new TextDecoder('latin1').decode(bytes);
        return [
          file,
          text.replace(/"millisecondsPerStep": [\d.]+/, '').replace(/\d+ ms a step/, ''),
        ];
      }),
  );

describe.each([
  ['a network', network],
  ['a discriminant analysis', discriminant],
])('runs of %s that are trained elsewhere', (_, plan) => {
  const [here, elsewhere] = [memoryStore(), memoryStore()];
  const events: ExperimentEvent[] = [];
  let expected: FoldsResult;
  let found: FoldsResult;
  const runs = 5 * plan.seeds;
  beforeAll(async () => {
    expected = await runFolds(plan, table, { store: here });
    found = await runFolds(plan, table, {
      store: elsewhere,
      jobs: jobsOf(plan, elsewhere),
      reporter: (event) => events.push(event),
    });
  });

  it('give the same figures', () => {
    expect(found).toEqual(expected);
  });

  it('leave the same files, bit for bit', () => {
    expect(contents(elsewhere)).toEqual(contents(here));
  });

  it('are begun in their order, and count as they end', () => {
    const begun = events.flatMap((event) => (event.kind === 'run-begin' ? [event] : []));
    expect(begun.map(({ fold, seed, folds }) => [seed, fold, folds])).toEqual(
      expected.summary.folds.map(({ fold, seed }) => [seed, fold, 5]),
    );
    const ended = events.flatMap((event) => (event.kind === 'run-end' ? [event] : []));
    expect(ended.map(({ done, total }) => [done, total])).toEqual(
      Array.from({ length: runs }, (_, i) => [i + 1, runs]),
    );
    const { uar } = expected.summary.folds[2];
    expect(ended.find(({ fold, seed }) => fold === 3 && seed === 0)?.uar).toBe(uar);
    // The third was asked for last among the first three.
    expect(ended[0].fold).toBe(3);
  });

  it('tell what happens in them, and in which', () => {
    const trained = events.flatMap((event) =>
      event.kind === 'job' && event.event.kind === 'trained' ? [event] : [],
    );
    expect(trained).toHaveLength(runs);
    expect(trained[0]).toMatchObject({ fold: 3, folds: 5, seed: 0, done: 0, total: runs });
    expect(trained.at(-1)).toMatchObject({ done: runs - 1, total: runs });
  });

  it('are not trained again when they are finished', async () => {
    const jobs = { count: 2, train: () => Promise.reject(new Error('none is left')) };
    const seen: ExperimentEvent[] = [];
    const again = await runFolds(plan, table, {
      store: elsewhere,
      jobs,
      reporter: (event) => seen.push(event),
    });
    expect(again).toEqual(expected);
    expect(seen.map(({ kind }) => kind)).toEqual(new Array(runs).fill('run-end'));
  });
});

describe('a run that fails elsewhere', () => {
  const plan = { ...discriminant, speakers: SMALL_SPEAKERS };
  const store = memoryStore();
  const events: ExperimentEvent[] = [];
  const failing: RunJobs = {
    count: 2,
    train: (run, ports) =>
      run.fold === 2
        ? Promise.reject(new Error('it was killed'))
        : jobsOf(plan, store).train(run, ports),
  };

  it('costs itself alone, and is named', async () => {
    const reporter = (event: ExperimentEvent) => events.push(event);
    const working = runFolds(plan, table, { store, jobs: failing, reporter });
    await expect(working).rejects.toMatchObject({
      code: 'failed-runs',
      message: `1 of 5 runs has failed: ${store.name}/fold2-seed0: it was killed`,
    });
    const has = (fold: number) => store.files.has(`fold${fold}-seed0/metrics.json`);
    expect([1, 2, 3, 4, 5].map(has)).toEqual([true, false, true, true, true]);
    expect(store.files.has('metrics.json')).toBe(false);
  });

  it('is told at once', () => {
    expect(events).toContainEqual({
      kind: 'run-failed',
      fold: 2,
      folds: 5,
      seed: 0,
      message: 'it was killed',
    });
  });

  it('is trained by the next call', async () => {
    const asked: string[] = [];
    const { train } = jobsOf(plan, store);
    const jobs: RunJobs = {
      count: 2,
      train: (run, ports) => {
        asked.push(run.key);
        return train(run, ports);
      },
    };
    const whole = await runFolds(plan, table, { store: memoryStore() });
    expect(await runFolds(plan, table, { store, jobs })).toEqual(whole);
    expect(asked).toEqual(['fold2-seed0']);
  });

  it('that leaves no figures has failed too', async () => {
    const jobs: RunJobs = { count: 5, train: async () => {} };
    const other = memoryStore();
    await expect(runFolds(plan, table, { store: other, jobs })).rejects.toThrow(
      /^5 of 5 runs have failed: (.*metrics\.json is missing.*; ){3}and fold4-seed0, fold5-seed0$/,
    );
  });
});

it('an interrupt ends those at work, and begins no more', async () => {
  const controller = new AbortController();
  const reason = new Error('interrupted');
  const asked: string[] = [];
  const jobs: RunJobs = {
    count: 2,
    async train({ key }, { signal }) {
      asked.push(key);
      if (asked.length === 2) controller.abort(reason);
      signal?.throwIfAborted();
      await new Promise((resolve) => signal?.addEventListener('abort', resolve));
      throw signal?.reason;
    },
  };
  const working = runFolds(network, table, {
    store: memoryStore(),
    jobs,
    signal: controller.signal,
  });
  await expect(working).rejects.toBe(reason);
  expect(asked).toEqual(['fold1-seed0', 'fold2-seed0']);
});

it('an interrupt after the last run lets the reports be written', async () => {
  const controller = new AbortController();
  const store = memoryStore();
  const reporter = (event: ExperimentEvent): void => {
    if (event.kind === 'run-end' && event.done === event.total) controller.abort(new Error('x'));
  };
  const { signal } = controller;
  const jobs = jobsOf(discriminant, store);
  await runFolds(discriminant, table, { store, jobs, reporter, signal });
  expect(store.files.has('metrics.json')).toBe(true);
});

it.each([
  [{ count: 0, train: async () => {} }, '0 and function'],
  [{ count: 1.5, train: async () => {} }, '1.5 and function'],
  [{ count: 2 }, '2 and undefined'],
  [null, 'null'],
])('jobs that are none are refused: %o', async (jobs, got) => {
  const working = runFolds(network, table, { store: memoryStore(), jobs: jobs as never });
  await expect(working).rejects.toThrow(
    `runFolds: \`jobs\` must have a \`count\` of 1 or more and a function \`train\`, got ${got}`,
  );
});

describe('runFold', () => {
  it.each([
    [{ fold: 6, seed: 0 }, '`run.fold` must be a whole number in [1, 5], got 6'],
    [{ fold: 0, seed: 0 }, '`run.fold` must be a whole number in [1, 5], got 0'],
    [{ fold: 1, seed: 2 }, '`run.seed` must be a whole number in [0, 1], got 2'],
  ])('refuses the run %o', async (run, message) => {
    const store = memoryStore();
    await expect(runFold(network, table, run, { store })).rejects.toThrow(`runFold: ${message}`);
    expect(store.files.size).toBe(0);
  });

  it('refuses the plan of a run', async () => {
    const own = runFold(smallPlan(), table, { fold: 1, seed: 0 }, { store: memoryStore() });
    await expect(own).rejects.toThrow('runFold: `plan.kind` must be cross-validation, got run');
  });
});
