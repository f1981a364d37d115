import { type MemoryStore, memoryStore } from '@ser/model';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../plan/plan.ts';
import { splitRows } from '../plan/split-rows.ts';
import type { ExperimentEvent } from '../reporter.ts';
import { failingStore } from '../testing/failing-store.ts';
import { INTERRUPTED, interruptAfter } from '../testing/interrupt-after.ts';
import { smallPlan, smallRecipe } from '../testing/small-plan.ts';
import { smallTable } from '../testing/small-table.ts';
import { startWasm } from '../testing/start-wasm.ts';
import { readPlan } from './read-plan.ts';
import { run } from './run.ts';
import type { RunResult } from './run-result.ts';
import { recordSplit } from './split-record.ts';

const plan = smallPlan();
const table = smallTable();

await startWasm();
const store = failingStore();
const events: ExperimentEvent[] = [];
const whole: RunResult = await run(plan, table, {
  store,
  reporter: (event) => events.push(event),
  versions: { node: '26' },
});
const json = (name: string) => JSON.parse(new TextDecoder().decode(store.files.get(name)));

/** A store in which the run was interrupted after an epoch. */
async function interrupted(epochs: number, changes: Partial<Plan> = {}) {
  const begun = memoryStore();
  const ports = { store: begun, ...interruptAfter(epochs) };
  await expect(run({ ...plan, ...changes }, table, ports)).rejects.toBe(INTERRUPTED);
  return begun;
}

describe('a finished run', () => {
  it('leaves its files, and nothing to resume', () => {
    expect([...store.files.keys()].sort()).toEqual([
      'history.csv',
      'metrics.json',
      'model.json',
      'plan.json',
      'predictions.json',
      'provenance.json',
      'report.html',
      'report.txt',
      'split.json',
      'weights.bin',
    ]);
  });

  it('has written them in an order that shows how far it came, and its figures last', () => {
    const epoch = ['history.csv', 'resume.bin'];
    expect(store.written).toEqual([
      ...['plan.json', 'provenance.json', 'split.json'],
      ...[epoch, epoch, epoch].flat(),
      ...['weights.bin', 'model.json', 'report.txt', 'predictions.json', 'report.html'],
      'metrics.json',
    ]);
  });

  it('keeps its plan', async () => {
    expect(await readPlan(store)).toEqual(plan);
  });

  it('keeps versions and a digest of its rows', () => {
    expect(json('provenance.json')).toEqual({
      versions: { node: '26' },
      data: { rows: 192, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
  });

  it('gives the digest of the weights that it left', async () => {
    const bytes = store.files.get('weights.bin') ?? new Uint8Array();
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
    expect(whole.summary.weightsSha256).toBe(digest);
  });

  it('draws its history in the report with plots', () => {
    const html = new TextDecoder().decode(store.files.get('report.html'));
    expect(html).toContain('accuracy by epoch');
  });

  it('gives the report that it left', () => {
    expect(new TextDecoder().decode(store.files.get('report.txt'))).toBe(whole.report);
  });

  it('names the class of each score', () => {
    expect(json('predictions.json').labels).toEqual(table.labels);
  });

  it('leaves the predictions that it gives, which are of the plan’s fold and seed', () => {
    expect(json('predictions.json').predictions).toEqual(whole.predictions);
    for (const { fold, seed } of whole.predictions) expect([fold, seed]).toEqual([1, 3]);
  });

  it('leaves the figures of each side with what they were computed from', () => {
    const { train, validation, test } = whole;
    expect(json('metrics.json')).toEqual({ ...whole.summary, train, validation, test });
    expect([train, validation, test].map((side) => side?.n)).toEqual([136, 24, 32]);
  });

  it('says in its figures what was trained', () => {
    const { recipe, protocol, leaks, fold, backend, seed, epochs } = whole.summary;
    expect({ recipe, protocol, leaks, fold, backend, seed, epochs }).toEqual({
      recipe: 'small',
      protocol: 'holdout',
      leaks: false,
      fold: 1,
      backend: 'wasm',
      seed: 3,
      epochs: 3,
    });
  });

  it('records which clips were on which side', () => {
    const { rows } = table;
    const split = splitRows(rows, plan);
    expect(json('split.json')).toEqual(recordSplit(rows, split));
    expect(whole.predictions.map(({ clip }) => clip)).toEqual(split.test.map((i) => rows[i].clip));
  });

  it('leaves the history that it gives, as a table', () => {
    const [head, ...lines] = new TextDecoder()
      .decode(store.files.get('history.csv'))
      .trim()
      .split('\n');
    expect(head).toBe('epoch,accuracy,learning_rate,loss,val_accuracy,val_loss');
    expect(lines.map((line) => line.split(',').map(Number))).toEqual(
      whole.history.map(({ epoch, accuracy, learningRate, loss, valAccuracy, valLoss }) => [
        epoch,
        accuracy,
        learningRate,
        loss,
        valAccuracy,
        valLoss,
      ]),
    );
  });

  it('predicts each test clip once', () => {
    const clips = json('predictions.json').predictions.map(({ clip }: { clip: string }) => clip);
    expect(clips).toHaveLength(4 * 8);
    expect(new Set(clips).size).toBe(4 * 8);
  });

  it('has a score a label', () => {
    const [{ scores }] = json('predictions.json').predictions;
    expect(scores).toHaveLength(table.labels.length);
  });

  it('tells events that are plain JSON', () => {
    expect(JSON.parse(JSON.stringify(events))).toEqual(events);
  });

  it('tells each step, counted from 1 over the whole run, and each epoch, counted from 0', () => {
    const loss = expect.any(Number);
    // 136 rows train in five batches of 32.
    const expected = [0, 1, 2].flatMap((epoch) => [
      ...[1, 2, 3, 4, 5].map((i) => ({
        kind: 'step',
        epoch,
        step: 5 * epoch + i,
        steps: 15,
        loss,
      })),
      { kind: 'epoch', epochs: 3, logs: whole.history[epoch] },
    ]);
    expect(events).toEqual([...expected, { kind: 'trained', epochs: 3 }]);
  });

  it('tells losses whose mean over the rows is that of the epoch', () => {
    const losses = events.flatMap((event) => (event.kind === 'step' ? [event.loss] : []));
    const means = [0, 1, 2].map((epoch) => {
      const [a, b, c, d, last] = losses.slice(5 * epoch, 5 * epoch + 5);
      return (32 * (a + b + c + d) + 8 * last) / 136;
    });
    // Each loss is one of 32 bits.
    expect(means).toBeAllclose(
      whole.history.map((each) => each.loss),
      { rtol: 1e-6 },
    );
  });
});

/** What this recipe, table and seed have always given: whatever of training changes, this does. */
it('trains as it always has', () => {
  const figures = whole.history.map(({ loss, accuracy, valLoss = 0, valAccuracy = 0 }) => [
    loss,
    accuracy,
    valLoss,
    valAccuracy,
  ]);
  // The last digits of a sine or an exponential are the platform's.
  expect(figures.flat()).toBeAllclose(
    [
      [1.03113373, 0.47794118, 1.05891965, 0.58333333],
      [0.79489305, 0.35294118, 0.893693, 0.5],
      [0.69341771, 0.60294118, 0.78994294, 0.54166667],
    ].flat(),
    { rtol: 1e-5 },
  );
  const { train, validation, test } = whole.summary;
  expect([train, validation, test].map((side) => side?.accuracy)).toEqual([
    89 / 136,
    13 / 24,
    21 / 32,
  ]);
});

it('learns what can be told apart', async () => {
  const epochs = 30;
  const recipe = { ...smallRecipe, fit: { ...smallRecipe.fit, epochs }, stop: null };
  const { summary } = await run(smallPlan({ recipe, epochs }), table, { store: memoryStore() });
  expect(summary.test.accuracy).toBeGreaterThan(0.9);
});

describe.each([1, 2])('a run that was interrupted after %i epochs goes on', (epochs) => {
  let begun: MemoryStore;
  let resumed: RunResult;
  beforeAll(async () => {
    begun = await interrupted(epochs);
    resumed = await run(plan, table, { store: begun });
  });

  it('to the same weights, bit for bit', () => {
    expect(resumed.summary.weightsSha256).toBe(whole.summary.weightsSha256);
  });

  it('to the same history', () => {
    expect(resumed.history).toEqual(whole.history);
  });

  it.each(['history.csv', 'predictions.json'])('to the same %s', (file) => {
    expect(begun.files.get(file)).toEqual(store.files.get(file));
  });
});

describe('a run that was interrupted', () => {
  it('has no figures', async () => {
    const { files } = await interrupted(1);
    expect(['metrics.json', 'resume.bin'].map((name) => files.has(name))).toEqual([false, true]);
  });

  it('goes on with the recipe that it was begun with', async () => {
    const recipe = { ...smallRecipe, fit: { ...smallRecipe.fit, learningRate: 0.003 } };
    const begun = await interrupted(1, { recipe });
    const kept = (await readPlan(begun)) ?? plan;
    expect(kept.recipe).toEqual(recipe);
    const resumed = await run(kept, table, { store: begun });
    const other = await run({ ...plan, recipe }, table, { store: memoryStore() });
    expect(resumed.summary.weightsSha256).toBe(other.summary.weightsSha256);
    expect(resumed.summary.weightsSha256).not.toBe(whole.summary.weightsSha256);
  });

  it('refuses another plan, and says where it differs', async () => {
    const begun = await interrupted(1);
    const recipe = { ...smallRecipe, fit: { ...smallRecipe.fit, mixup: 0.2 } };
    const again = run({ ...plan, recipe, seed: 4 }, table, { store: begun });
    await expect(again).rejects.toMatchObject({
      code: 'other-plan',
      message: expect.stringContaining('differs in: recipe, seed;'),
    });
  });

  it('refuses other values', async () => {
    const begun = await interrupted(1);
    const x = table.x.slice();
    x[100 * 162] += 1e-3;
    const again = run(plan, { ...table, x }, { store: begun });
    await expect(again).rejects.toMatchObject({ code: 'other-data' });
  });
});

describe.each(store.written.map((name, i) => [i, name] as const))('at write %i, of %s,', (i) => {
  const failing = failingStore(i);
  beforeAll(async () => {
    await expect(run(plan, table, { store: failing })).rejects.toThrow('no space for');
  });

  it('a full disk leaves no run that looks finished', () => {
    expect(failing.files.has('metrics.json')).toBe(false);
  });

  it('a full disk leaves a run that goes on after its last epoch, to the same bits', async () => {
    const kept = store.written.slice(0, i).filter((file) => file === 'resume.bin').length;
    const epochs: number[] = [];
    const reporter = (event: ExperimentEvent) => {
      if (event.kind === 'epoch') epochs.push(event.logs.epoch);
    };
    const { summary } = await run(plan, table, { store: failing, reporter });
    expect(epochs).toEqual([0, 1, 2].slice(kept));
    expect(summary.weightsSha256).toBe(whole.summary.weightsSha256);
    expect(failing.files.get('weights.bin')).toEqual(store.files.get('weights.bin'));
  });
});

describe('a finished run that is trained again', () => {
  const again = memoryStore();
  beforeAll(async () => {
    await run(plan, table, { store: again });
  });

  it('is unfinished until it ends', async () => {
    const ports = { store: again, ...interruptAfter(1) };
    await expect(run(plan, table, ports)).rejects.toBe(INTERRUPTED);
    expect(['metrics.json', 'resume.bin'].map((name) => again.files.has(name))).toEqual([
      false,
      true,
    ]);
  });

  it('has no figures from before its first file is written', async () => {
    const failing = failingStore(store.files.size);
    for (const [file, bytes] of store.files) await failing.write(file, bytes);
    await expect(run(plan, table, { store: failing })).rejects.toThrow('no space for split.json');
    expect(failing.files.has('metrics.json')).toBe(false);
  });

  it('ends with the same weights', async () => {
    const { summary } = await run(plan, table, { store: again });
    expect(summary.weightsSha256).toBe(whole.summary.weightsSha256);
  });
});

it.each([undefined, null, {}, 'my-run'])('refuses %j for its store', async (bad) => {
  await expect(run(plan, table, { store: bad as never })).rejects.toMatchObject({
    code: 'bad-argument',
    message: expect.stringMatching(
      /^run: `store` must be a store, such as folderStore\('my-run'\), got /,
    ),
  });
});

it('refuses the plan of a cross-validation', async () => {
  const other = run(smallPlan({ kind: 'cross-validation' }), table, { store: memoryStore() });
  await expect(other).rejects.toThrow('run: `plan.kind` must be run, got cross-validation');
});

it('that cannot remove its resume point has its figures, and ends with them when called again', async () => {
  const memory = memoryStore();
  const stuck = {
    ...memory,
    async remove(file: string) {
      if (file === 'resume.bin') throw new Error('read-only');
      await memory.remove(file);
    },
  };
  await expect(run(plan, table, { store: stuck })).rejects.toThrow('read-only');
  expect(memory.files.has('metrics.json')).toBe(true);
  const { summary, millisecondsPerStep } = await run(plan, table, { store: memory });
  expect(summary.weightsSha256).toBe(whole.summary.weightsSha256);
  // No step was left to take.
  expect(millisecondsPerStep).toBe(0);
  expect(memory.files.has('resume.bin')).toBe(false);
});

it('is told of no epoch that was trained before', async () => {
  const begun = await interrupted(2);
  const seen: ExperimentEvent[] = [];
  await run(plan, table, { store: begun, reporter: (event) => seen.push(event) });
  const steps = seen.flatMap((event) => (event.kind === 'step' ? [event.step] : []));
  expect(steps).toEqual([11, 12, 13, 14, 15]);
  expect(seen.at(-1)).toEqual({ kind: 'trained', epochs: 3 });
});

it('says how many epochs it trained where it stopped early', async () => {
  const recipe = { ...smallRecipe, stop: { monitor: 'loss', minDelta: 9, patience: 1 } } as const;
  const seen: ExperimentEvent[] = [];
  const reporter = (event: ExperimentEvent) => seen.push(event);
  const { summary, history } = await run(smallPlan({ recipe }), table, {
    store: memoryStore(),
    reporter,
  });
  expect([summary.epochs, history.length]).toEqual([2, 2]);
  expect(seen.at(-1)).toEqual({ kind: 'trained', epochs: 2 });
});

it('refuses the plan of another backend, and writes nothing', async () => {
  const empty = memoryStore();
  await expect(run(smallPlan({ backend: 'cpu' }), table, { store: empty })).rejects.toMatchObject({
    code: 'bad-argument',
    message: 'run: `plan.backend` must be the backend that tfjs uses, which is wasm, got cpu',
  });
  expect(empty.files.size).toBe(0);
});

it('writes nothing for a table that does not fit', async () => {
  const empty = memoryStore();
  const shorter = { ...table, x: table.x.subarray(1) };
  await expect(run(plan, shorter, { store: empty })).rejects.toMatchObject({
    code: 'bad-table',
    message: expect.stringContaining('a small table: `x` must hold'),
  });
  expect(empty.files.size).toBe(0);
});
