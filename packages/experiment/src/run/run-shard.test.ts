import { type MemoryStore, memoryStore } from '@ser/model';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ExperimentEvent } from '../reporter.ts';
import { INTERRUPTED, interruptAfter } from '../testing/interrupt-after.ts';
import { smallPlan } from '../testing/small-plan.ts';
import { smallTable } from '../testing/small-table.ts';
import { startWasm } from '../testing/start-wasm.ts';
import type { FoldsResult } from './folds-result.ts';
import { mergeFolds } from './merge-folds.ts';
import { runFolds } from './run-folds.ts';
import { runShard, type ShardOptions } from './run-shard.ts';

await startWasm();
const table = smallTable();
const plan = smallPlan({ kind: 'cross-validation', protocol: 'speaker', epochs: 1, seeds: 2 });
const SHARDS = 3;

const whole = memoryStore();
let expected: FoldsResult;
/** All shards have been here, and nobody has merged them. */
const shared = memoryStore();
const trained: number[][] = [];
const events: ExperimentEvent[] = [];
const shard = (store: MemoryStore, index: number, more: Partial<ShardOptions> = {}) =>
  runShard(plan, table, { store, shard: index, shards: SHARDS, ...more });
beforeAll(async () => {
  expected = await runFolds(plan, table, { store: whole, versions: { node: '26' } });
  // In any order.
  for (const index of [2, 0, 1]) {
    const { runs } = await shard(shared, index, {
      versions: { node: '26' },
      reporter: (event) => index === 2 && events.push(event),
    });
    trained[index] = runs.map(({ fold, seed }) => 5 * seed + fold - 1);
  }
});

async function copy() {
  const other = memoryStore();
  for (const [file, bytes] of shared.files) await other.write(file, bytes);
  return other;
}
const top = ({ files }: MemoryStore) => [...files.keys()].filter((file) => !file.includes('/'));

it('trains each third run', () => {
  expect(trained).toEqual([
    [0, 3, 6, 9],
    [1, 4, 7],
    [2, 5, 8],
  ]);
});

it('tells of its own runs alone', () => {
  const ends = events.flatMap((event) => (event.kind === 'run-end' ? [event] : []));
  expect(ends.map(({ fold, seed, done, total }) => [fold, seed, done, total])).toEqual([
    [3, 0, 1, 3],
    [1, 1, 2, 3],
    [4, 1, 3, 3],
  ]);
});

it('leaves no summary', () => {
  expect(top(shared).sort()).toEqual(['plan.json', 'provenance.json', 'shards.json']);
});

it('trains nothing again', async () => {
  const seen: ExperimentEvent[] = [];
  await shard(await copy(), 1, { reporter: (event) => seen.push(event) });
  expect(seen.map(({ kind }) => kind)).toEqual(['run-end', 'run-end', 'run-end']);
});

it('goes on after an interrupt', async () => {
  const store = memoryStore();
  await expect(shard(store, 1, interruptAfter(1))).rejects.toBe(INTERRUPTED);
  const { runs } = await shard(store, 1);
  expect(runs).toHaveLength(3);
  for (const file of ['fold2-seed0/weights.bin', 'fold5-seed0/weights.bin'])
    expect(store.files.get(file)).toEqual(whole.files.get(file));
});

it('has nothing to do where there are more shards than runs', async () => {
  expect(await runShard(plan, table, { store: memoryStore(), shard: 10, shards: 11 })).toEqual({
    runs: [],
  });
});

describe('mergeFolds', () => {
  it('writes what runFolds writes, byte for byte', async () => {
    const store = await copy();
    const { missing, missingRuns, result, shards } = await mergeFolds(store);
    expect([shards, missing, missingRuns]).toEqual([SHARDS, [], []]);
    expect(result).toEqual(expected);
    expect(top(store).sort()).toEqual(top(whole).sort());
    for (const file of top(whole))
      expect(store.files.get(file), file).toEqual(whole.files.get(file));
  });

  it('names the shards and runs that are missing, and writes nothing', async () => {
    const store = await copy();
    for (const key of ['fold3-seed0', 'fold1-seed1', 'fold5-seed1'])
      await store.remove(`${key}/metrics.json`);
    const before = [...store.files.keys()];
    expect(await mergeFolds(store)).toEqual({
      shards: SHARDS,
      missing: [0, 2],
      missingRuns: [
        { key: 'fold3-seed0', fold: 3, seed: 0 },
        { key: 'fold1-seed1', fold: 1, seed: 1 },
        { key: 'fold5-seed1', fold: 5, seed: 1 },
      ],
      result: undefined,
    });
    expect([...store.files.keys()]).toEqual(before);
  });

  const edit = async (file: string, change: (text: string) => string) => {
    const store = await copy();
    const text = new TextDecoder().decode(store.files.get(file));
    expect(change(text)).not.toBe(text);
    await store.write(file, new TextEncoder().encode(change(text)));
    return mergeFolds(store);
  };

  it.each<[string, string, string, (text: string) => string]>([
    ['another clip', 'fold2-seed0/predictions.json', 'bad-file', (t) => t.replace('calm-', 'x-')],
    [
      'another seed',
      'fold2-seed1/metrics.json',
      'bad-file',
      (t) => t.replace('"seed": 1', '"seed": 0'),
    ],
    [
      'other labels',
      'fold2-seed0/predictions.json',
      'bad-file',
      (t) => t.replace('"sad"', '"sat"'),
    ],
    [
      'another plan',
      'fold4-seed0/plan.json',
      'other-plan',
      (t) => t.replace('"epochs": 1,', '"epochs": 2,'),
    ],
    ['no record', 'shards.json', 'bad-file', () => '{}'],
  ])('refuses %s', async (_, file, code, change) => {
    await expect(edit(file, change)).rejects.toMatchObject({ code });
  });

  it.each(['plan.json', 'shards.json'])('refuses a store without %s', async (file) => {
    const store = await copy();
    await store.remove(file);
    await expect(mergeFolds(store)).rejects.toMatchObject({
      code: 'bad-file',
      message: expect.stringContaining(`since ${file} is missing`),
    });
  });
});

it('is finished by runFolds as well, which needs no record then', async () => {
  const store = await copy();
  await store.remove('fold1-seed0/metrics.json');
  expect(await runFolds(plan, table, { store })).toEqual(expected);
  expect(top(store).sort()).toEqual(top(whole).sort());
});

describe('another shard', () => {
  it('of another number is refused', async () => {
    await expect(
      runShard(plan, table, { store: await copy(), shard: 0, shards: 4 }),
    ).rejects.toThrow(
      expect.objectContaining({
        code: 'other-shards',
        message: `${shared.name} is shared among 3 shards, got 4; give the same number, or choose another store`,
      }),
    );
  });

  it('of another plan is refused', async () => {
    const other = { ...plan, seeds: 3 };
    const own = runShard(other, table, { store: await copy(), shard: 0, shards: SHARDS });
    await expect(own).rejects.toMatchObject({ code: 'other-plan' });
  });

  it('of other data is refused', async () => {
    const other = { ...table, x: table.x.map((value) => value + 1) };
    const own = runShard(plan, other, { store: await copy(), shard: 0, shards: SHARDS });
    await expect(own).rejects.toMatchObject({ code: 'other-data' });
  });
});

it.each([
  [{ shard: 3, shards: 3 }, '`shard` must be a whole number in [0, 2], got 3'],
  [{ shard: -1, shards: 3 }, '`shard` must be a whole number in [0, 2], got -1'],
  [{ shard: 0, shards: 0 }, '`shards` must be a whole number ≥ 1, got 0'],
  [{ shard: 0, shards: 1.5 }, '`shards` must be a whole number ≥ 1, got 1.5'],
])('refuses %o', async (options, message) => {
  const own = runShard(plan, table, { store: memoryStore(), ...options });
  await expect(own).rejects.toThrow(`runShard: ${message}`);
});
