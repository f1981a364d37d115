import { createPlan, type Plan, RECIPES } from '@ser/experiment';
import { beforeEach, expect, it } from 'vitest';
import { sandboxPerTest } from '../testing/sandbox.ts';
import { lockFolderOf } from './lock-folder-of.ts';

const sandbox = sandboxPerTest();
const path = (name: string) => `${sandbox.folder}/${name}`;
const [recipe] = RECIPES.values();
const putPlan = (kind: Plan['kind']): void => {
  const plan = createPlan({ recipe, protocol: 'clip', kind, backend: 'wasm' });
  sandbox.put('a/plan.json', JSON.stringify(plan));
};
beforeEach(() => sandbox.put('a/fold1-seed0/plan.json', '{}'));

it('is a cross-validation’s for its runs', async () => {
  putPlan('cross-validation');
  expect(await lockFolderOf(path('a/fold1-seed0'))).toBe(path('a'));
});

it('is a run’s own below another run', async () => {
  putPlan('run');
  expect(await lockFolderOf(path('a/fold1-seed0'))).toBe(path('a/fold1-seed0'));
});

it('is a run’s own below a folder without a plan', async () => {
  expect(await lockFolderOf(path('a/fold1-seed0'))).toBe(path('a/fold1-seed0'));
});

it('is a run’s own below a plan.json of something else', async () => {
  sandbox.put('a/plan.json', '{"floors": 3}');
  expect(await lockFolderOf(path('a/fold1-seed0'))).toBe(path('a/fold1-seed0'));
});
