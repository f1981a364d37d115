import { type MemoryStore, memoryStore } from '@ser/model';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../plan/plan.ts';
import type { ExperimentEvent } from '../reporter.ts';
import { failingStore } from '../testing/failing-store.ts';
import { INTERRUPTED, interruptAfter } from '../testing/interrupt-after.ts';
import { smallPlan, smallRecipe } from '../testing/small-plan.ts';
import { smallTable } from '../testing/small-table.ts';
import { startWasm } from '../testing/start-wasm.ts';
import { readPlan } from './read-plan.ts';
import { run } from './run.ts';
import type { RunResult } from './run-result.ts';

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

  it('has written its figures last', () => {
    expect(store.written.indexOf('metrics.json')).toBe(store.written.length - 1);
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

  it('gives the figures that it left', () => {
    expect(json('metrics.json')).toMatchObject(whole.summary);
  });

  it('gives the report that it left', () => {
    expect(new TextDecoder().decode(store.files.get('report.txt'))).toBe(whole.report);
  });

  it('names the class of each score', () => {
    expect(json('predictions.json').labels).toEqual(table.labels);
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

  it('tells steps and epochs', () => {
    const count = (kind: string) => events.filter((event) => event.kind === kind).length;
    // 136 rows train in five batches of 32.
    expect([count('step'), count('epoch'), count('trained')]).toEqual([15, 3, 1]);
  });
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

  it('refuses other labels', async () => {
    const begun = await interrupted(1);
    const rows = table.rows.map((row, i) => (i === 7 ? { ...row, label: 'calm' } : row));
    const again = run(plan, { ...table, rows }, { store: begun });
    await expect(again).rejects.toMatchObject({ code: 'other-data' });
  });

  it('takes rows whose fields stand in another order', async () => {
    const begun = await interrupted(2);
    const rows = table.rows.map(({ clip, ...row }) => ({ ...row, clip }));
    const resumed = await run(plan, { ...table, rows }, { store: begun });
    expect(resumed.summary.weightsSha256).toBe(whole.summary.weightsSha256);
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

  it('a full disk leaves a run that goes on to the same bits', async () => {
    const { summary } = await run(plan, table, { store: failing });
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

  it('ends with the same weights', async () => {
    const { summary } = await run(plan, table, { store: again });
    expect(summary.weightsSha256).toBe(whole.summary.weightsSha256);
  });
});

it('refuses the plan of a cross-validation', async () => {
  const other = run(smallPlan({ kind: 'cross-validation' }), table, { store: memoryStore() });
  await expect(other).rejects.toThrow('run: `plan.kind` must be run, got cross-validation');
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
