// What must not reach a model: the test rows at all, and the validation rows but for choosing.
import { memoryStore } from '@ser/model';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../plan/plan.ts';
import { splitRows } from '../plan/split-rows.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { Table } from '../table/table.ts';
import { smallPlan, smallRecipe } from '../testing/small-plan.ts';
import { LABELS, SMALL_SPEAKERS, smallTable } from '../testing/small-table.ts';
import { startWasm } from '../testing/start-wasm.ts';
import { run } from './run.ts';
import { runFolds } from './run-folds.ts';

const table = smallTable();
const width = table.names.length;

/** The table with other features in some rows, and one label for all of them. */
function changeRows(indices: readonly number[]): Table {
  const isChanged = new Set(indices);
  return {
    ...table,
    x: table.x.map((value, i) => (isChanged.has(Math.floor(i / width)) ? 5 - 7 * value : value)),
    rows: table.rows.map((row, i) => (isChanged.has(i) ? { ...row, label: LABELS[0] } : row)),
  };
}

/** What training leaves: the model with its scaler, its weights, and the history. */
const TRAINED = ['model.json', 'weights.bin', 'history.csv'];

async function train(plan: Plan, rows: Table) {
  const store = memoryStore();
  const { summary } = await run(plan, rows, { store });
  const [model, weights, history] = TRAINED.map((file) => store.files.get(file));
  const { scaler } = JSON.parse(new TextDecoder().decode(model)).userDefinedMetadata;
  return { scaler, weights, history, summary };
}

beforeAll(startWasm);

describe.each([
  ['holdout', 1],
  ['speaker', 2],
] as const)('under the protocol %s', (protocol, fold) => {
  const plan = smallPlan({ protocol, fold });
  const { test } = splitRows(table.rows, plan);

  it('test rows change neither weights nor scaler nor history', async () => {
    const { summary: before, ...trained } = await train(plan, table);
    const { summary: after, ...again } = await train(plan, changeRows(test));
    expect(again).toEqual(trained);
    // The change is one that the test sees.
    expect(after.test).not.toEqual(before.test);
  });
});

it('test rows of a fold change nothing that it has learned in a cross-validation', async () => {
  const plan = smallPlan({ kind: 'cross-validation', protocol: 'speaker', epochs: 2 });
  const first = SMALL_SPEAKERS.folds[0];
  const indices = table.rows.flatMap(({ speaker }, i) => (first.includes(speaker) ? [i] : []));
  const foldsOf = async (rows: Table) => {
    const store = memoryStore();
    await runFolds(plan, rows, { store });
    return (fold: number) => TRAINED.map((file) => store.files.get(`fold${fold}-seed0/${file}`));
  };
  const before = await foldsOf(table);
  const after = await foldsOf(changeRows(indices));
  expect(after(1)).toEqual(before(1));
  // The other folds train on these rows.
  expect(after(2)).not.toEqual(before(2));
});

describe('validation rows', () => {
  const withoutChoice: Recipe = { ...smallRecipe, stop: null };
  const plan = smallPlan({ recipe: withoutChoice });
  const changed = changeRows(splitRows(table.rows, plan).validation);

  it('enter neither the scaler nor the class weights nor the weights', async () => {
    const before = await train(plan, table);
    const after = await train(plan, changed);
    expect([after.scaler, after.weights]).toEqual([before.scaler, before.weights]);
    expect(after.history).not.toEqual(before.history);
  });

  it('choose when training stops', async () => {
    const choosing = smallPlan({ recipe: { ...smallRecipe, stop: { patience: 1 } }, epochs: 20 });
    const { summary: before } = await train(choosing, table);
    const { summary: after } = await train(choosing, changed);
    expect(after.epochs).toBeLessThan(before.epochs);
  });
});
