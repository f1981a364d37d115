import { Classifier, memoryStore } from '@ser/model';
import { expect, it } from 'vitest';
import type { FitRecipe, GradientRecipe } from '../recipe/recipe.ts';
import { INTERRUPTED, interruptAfter } from '../testing/interrupt-after.ts';
import { sequenceRecipe, sequenceTable } from '../testing/sequences.ts';
import { smallPlan } from '../testing/small-plan.ts';
import { startWasm } from '../testing/start-wasm.ts';
import { run } from './run.ts';

const table = sequenceTable();
const planOf = (recipe: GradientRecipe) => smallPlan({ recipe, epochs: recipe.fit.epochs });
const plan = planOf(sequenceRecipe);

await startWasm();
const whole = await run(plan, table, { store: memoryStore() });
const weights = whole.summary.weightsSha256;

/** With schedule, decay, clipping, mixup, smoothing, class weights, SpecAugment and averages. */
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
      [1.58815732, 0.30147059, 1.09625608, 0.66666667],
      [0.74515908, 0.94852941, 0.59156141, 0.66666667],
      [0.59889906, 0.92647059, 0.40366122, 1],
    ].flat(),
    { rtol: 1e-5 },
  );
  // Those of the averaged weights.
  const { train, validation, test } = whole.summary;
  expect([train, validation, test].map((side) => side?.accuracy)).toEqual([
    132 / 136,
    21 / 24,
    31 / 32,
  ]);
});

it('follows its schedule over the epochs of the plan, not of the recipe', () => {
  const rates = whole.history.map(({ learningRate }) => learningRate);
  // The rates of the last of five steps an epoch: OneCycleLR over 15 steps, with its defaults.
  expect(rates).toBeAllclose([0.019888308709, 0.009252742053, 8e-8], { rtol: 1e-9 });
});

/** The weights that the recipe ends with when its fit has other values; undefined is none. */
async function weightsWith(fit: Partial<FitRecipe>): Promise<string> {
  const changed = planOf({ ...sequenceRecipe, fit: { ...sequenceRecipe.fit, ...fit } });
  return (await run(changed, table, { store: memoryStore() })).summary.weightsSha256;
}

it('learns sequences that can be told apart', async () => {
  const { epochs: _, averageWeights: __, ...fit } = sequenceRecipe.fit;
  const recipe = { ...sequenceRecipe, fit: { ...fit, epochs: 15 } };
  const { summary } = await run(planOf(recipe), table, { store: memoryStore() });
  expect(summary.test.accuracy).toBeGreaterThan(0.9);
});

it('scales the features of each frame, and keeps the scaler', async () => {
  const store = memoryStore();
  await run(plan, table, { store });
  const classifier = await Classifier.load(store);
  expect(classifier.scaler?.mean).toHaveLength(2);
  expect(classifier.extractor).toEqual(sequenceRecipe.features);
  classifier.dispose();
});

it('goes on to the same bits after an interrupt, with schedule, masks and averages', async () => {
  const store = memoryStore();
  const ports = { store, ...interruptAfter(2) };
  await expect(run(plan, table, ports)).rejects.toBe(INTERRUPTED);
  const resumed = await run(plan, table, { store });
  expect(resumed.summary.weightsSha256).toBe(weights);
});

it.each([
  { learningRate: undefined },
  { learningRate: { schedule: 'cosineDecay', rate: 0.02 } },
  { batchSize: 16 },
  { weightDecay: 0.1 },
  { globalClipnorm: 0.01 },
  { mixup: 0 },
  { labelSmoothing: 0 },
  { specAugment: null },
  { specAugment: { timeMasks: 1, timeWidth: 9, frequencyMasks: 0 } },
  { averageWeights: null },
  { averageWeights: { startEpoch: 0 } },
] satisfies Partial<FitRecipe>[])('ends with other weights with %o', async (fit) => {
  expect(await weightsWith(fit)).not.toBe(weights);
});

it('ends with other weights without class weights where the classes are not alike', async () => {
  const rows = table.rows.map((row, i) => (i % 3 ? row : { ...row, label: 'sad' }));
  const uneven = async (classWeight: FitRecipe['classWeight']) => {
    const recipe = { ...sequenceRecipe, fit: { ...sequenceRecipe.fit, classWeight } };
    const found = await run(planOf(recipe), { ...table, rows }, { store: memoryStore() });
    return found.summary.weightsSha256;
  };
  expect(await uneven('balanced')).not.toBe(await uneven(null));
});
