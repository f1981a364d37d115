// Files of a run that were made to take time or memory. `hostile-runs.test.ts` runs them in
// a process.
import type { FileSource } from '@ser/model';
import { memoryStore } from '@ser/model';
import { seeded } from '@ser/testing';
import { ExperimentError } from '../experiment-error.ts';
import { parsePlan } from '../plan/parse-plan.ts';
import type { Plan } from '../plan/plan.ts';
import { checkSplitSize, splitFolds } from '../plan/split-rows.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { readPlan } from '../run/read-plan.ts';
import { readSplitRecord } from '../run/split-record.ts';
import { type ExpectedRun, readFinishedRuns } from '../run/util/finished-runs.ts';
import { type CallOutcome, callEach } from './call-each.ts';
import { changeLeaf } from './change-leaf.ts';
import { smallPlan, smallRecipe } from './small-plan.ts';
import { smallTable } from './small-table.ts';

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

function sourceOf(bytes: Uint8Array): FileSource {
  return { name: 'stranger', read: async () => bytes as Uint8Array<ArrayBuffer> };
}

const withModel = (model: object, fit: object = {}): Plan =>
  smallPlan({
    recipe: { ...smallRecipe, model, fit: { ...smallRecipe.fit, ...fit } } as Recipe,
  });
const block = { filters: 4096, kernelSize: 1024 };
const deep = `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`;

const PLANS: Readonly<Record<string, () => Uint8Array>> = {
  'a billion seeds': () => encode(smallPlan({ seeds: 1e9 })),
  'a billion folds': () => encode(smallPlan({ folds: 1e9 })),
  'a billion and one epochs': () => encode(smallPlan({ epochs: 1e9 + 1 })),
  'batches of a billion': () => encode(withModel(smallRecipe.model, { batchSize: 1e9 })),
  'batches that fill the memory': () =>
    encode(
      withModel({ kind: 'cnn', blocks: [{ filters: 4096, kernelSize: 1 }] }, { batchSize: 65_536 }),
    ),
  'a model of 1e12 weights': () =>
    encode(withModel({ kind: 'cnn', blocks: Array(64).fill(block) })),
  'a hundred thousand blocks': () =>
    encode(withModel({ kind: 'cnn', blocks: Array(1e5).fill(block) })),
  'a hundred thousand lists of speakers': () =>
    encode(smallPlan({ speakers: { folds: Array(1e5).fill(['01']), holdout: [] } })),
  '200 MB': () => new Uint8Array(200e6),
  'a list a million deep': () => new TextEncoder().encode(deep),
  'a recipe a million deep': () =>
    new TextEncoder().encode(
      JSON.stringify(smallPlan({ recipe: 'x' as never })).replace('"x"', deep),
    ),
  'millions of lists': () => new TextEncoder().encode(`[${'[],'.repeat(4e6)}[]]`),
};

/** What {@link readHostileRuns} reads as a plan. */
export const HOSTILE_PLANS: readonly string[] = Object.keys(PLANS);

/** Plans that are some, and whose folds are far too many for a small table. */
const FOLDS: Readonly<Record<string, Partial<Plan>>> = {
  'more folds than clips': { protocol: 'clip', folds: 9999, seeds: 1 },
  'ten thousand seeds': { protocol: 'clip', folds: 10, seeds: 9999 },
  'ten thousand lists, and ten seeds': {
    protocol: 'speaker',
    speakers: { folds: Array(9999).fill(['01']), holdout: [] },
    seeds: 10,
  },
};

/** Reads the plans, draws the splits, and reads predictions, one after the other. */
export function readHostileRuns(): Promise<CallOutcome[]> {
  const each = <T>(of: Readonly<Record<string, T>>, call: (value: T) => unknown) =>
    Object.entries(of).map(([name, value]) => [name, () => call(value)]);
  return callEach({
    ...Object.fromEntries(each(PLANS, (bytes) => readPlan(sourceOf(bytes())))),
    ...Object.fromEntries(each(FOLDS, drawSplits)),
    'predictions of far more rows than a run tests': readHostilePredictions,
  });
}

function drawSplits(changes: Partial<Plan>): void {
  const plan = parsePlan('plan.json', smallPlan(changes));
  const { rows } = smallTable();
  checkSplitSize(rows, plan, plan.seeds);
  splitFolds(rows, plan);
}

const labels = ['calm', 'sad'];
const key = 'fold1-seed0';
const run: ExpectedRun = {
  key,
  fold: 1,
  seed: 0,
  rows: labels.map((label) => ({ clip: `${label}-1`, speaker: '1', label })),
};

function runStore(metrics: unknown, predictions: unknown): ReturnType<typeof memoryStore> {
  const store = memoryStore();
  store.write(`${key}/metrics.json`, encode(metrics));
  store.write(`${key}/predictions.json`, encode(predictions));
  return store;
}

const METRICS = { fold: 1, seed: 0, epochs: 1, test: { n: 2, accuracy: 1, uar: 1, macroF1: 1 } };
const PREDICTIONS = {
  labels,
  predictions: run.rows.map(({ clip, speaker, label }) => ({
    clip,
    speaker,
    fold: 1,
    seed: 0,
    truth: label,
    predicted: label,
    scores: [0.5, 0.5],
  })),
};
const side = { clips: ['a'], speakers: ['1'] };
const SPLIT = { train: side, validation: side, test: side, notes: ['a note'] };

/** Reads the predictions of a finished run, of which there are far too many. */
async function readHostilePredictions(): Promise<void> {
  const [first] = PREDICTIONS.predictions;
  const predictions = { labels, predictions: Array(200_000).fill(first) };
  await readFinishedRuns(runStore(METRICS, predictions), [run], labels);
}

/** Reads files of runs with some of their values changed. @returns how many could still be read */
export async function readChangedFiles(count: number): Promise<number> {
  const random = seeded();
  const plan = JSON.parse(JSON.stringify(smallPlan()));
  let read = 0;
  for (let i = 0; i < count; i++) {
    const change = (value: unknown, which: number): unknown =>
      i % 4 === which ? changeLeaf(value, random) : value;
    try {
      await readPlan(sourceOf(encode(change(plan, 0))));
      const store = runStore(change(METRICS, 1), change(PREDICTIONS, 2));
      await readFinishedRuns(store, [run], labels);
      await readSplitRecord(sourceOf(encode(change(SPLIT, 3))));
      read++;
    } catch (error) {
      if (!ExperimentError.isInstance(error)) throw error;
    }
  }
  return read;
}
