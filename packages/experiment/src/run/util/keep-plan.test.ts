import { memoryStore } from '@ser/model';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../plan/plan.ts';
import type { FitRecipe, GradientRecipe } from '../../recipe/recipe.ts';
import { sequenceRecipe } from '../../testing/sequences.ts';
import { smallPlan } from '../../testing/small-plan.ts';
import { SMALL_SPEAKERS } from '../../testing/small-table.ts';
import { readPlan } from '../read-plan.ts';
import { hasPlan, keepPlan } from './keep-plan.ts';

const plan = smallPlan({ recipe: sequenceRecipe });
const begun = async () => {
  const store = memoryStore();
  await keepPlan(store, plan);
  return store;
};

it('writes the plan of a new run', async () => {
  const store = memoryStore();
  expect(await hasPlan(store, plan)).toBe(false);
  expect(store.files.size).toBe(0);
  await keepPlan(store, plan);
  expect(await readPlan(store)).toEqual(plan);
  expect(await hasPlan(store, plan)).toBe(true);
});

it('leaves the plan of a run that goes on as it stands', async () => {
  const store = await begun();
  const text = JSON.stringify(plan);
  await store.write('plan.json', new TextEncoder().encode(text));
  await keepPlan(store, Object.fromEntries(Object.entries(plan).reverse()) as unknown as Plan);
  expect(new TextDecoder().decode(store.files.get('plan.json'))).toBe(text);
});

const CHANGES: Partial<Plan>[] = [
  { kind: 'cross-validation' },
  { protocol: 'clip' },
  { fold: 2 },
  { folds: 6 },
  { conditions: ['speech'] },
  { testConditions: ['speech'] },
  { variants: true },
  { seed: 4 },
  { seeds: 2 },
  { epochs: 4 },
  { speakers: { ...SMALL_SPEAKERS, holdout: ['01'] } },
  { adaptation: 5 },
  { backend: 'cpu' },
  { data: ['another table'] },
  { labelling: 'folders' },
];

describe('refuses a plan that differs, and names the field', () => {
  it.each(CHANGES.map((change) => [Object.keys(change)[0], change] as const))(
    '%s',
    async (key, change) => {
      const store = await begun();
      await expect(keepPlan(store, { ...plan, ...change })).rejects.toMatchObject({
        code: 'other-plan',
        message: expect.stringContaining(`which differs in: ${key}; go on with`),
      });
      expect(await readPlan(store)).toEqual(plan);
    },
  );

  it('every field of a plan is among them', () => {
    const keys = CHANGES.flatMap((change) => Object.keys(change));
    expect([...keys, 'version', 'recipe'].sort()).toEqual(Object.keys(plan).sort());
  });

  const fit = (change: Partial<FitRecipe>): Partial<GradientRecipe> => ({
    fit: { ...sequenceRecipe.fit, ...change },
  });
  it.each<Partial<GradientRecipe>>([
    { name: 'other' },
    { description: 'other' },
    {
      features: { ...(sequenceRecipe.features as object), offset: 1 } as GradientRecipe['features'],
    },
    { variants: 'reference' },
    { model: { ...sequenceRecipe.model, batchNormMomentum: 0.8 } },
    { testVariants: [] },
    { scaler: { clip: 4 } },
    fit({ epochs: 4 }),
    fit({ batchSize: 16 }),
    fit({ learningRate: { schedule: 'oneCycle', maxRate: 0.03 } }),
    fit({ weightDecay: 0.02 }),
    fit({ globalClipnorm: 2 }),
    fit({ mixup: 0.3 }),
    fit({ labelSmoothing: 0.2 }),
    fit({ classWeight: null }),
    fit({ specAugment: { timeMasks: 2 } }),
    fit({ averageWeights: { startEpoch: 2 } }),
    { fit: { epochs: 3 }, stop: { patience: 1 } },
  ])('recipe with %j', async (change) => {
    const changed = { ...plan, recipe: { ...sequenceRecipe, ...change } };
    await expect(hasPlan(await begun(), changed)).rejects.toMatchObject({
      code: 'other-plan',
      message: expect.stringContaining('which differs in: recipe;'),
    });
  });
});
