import { existsSync, mkdirSync } from 'node:fs';
import { type Plan, RECIPES } from '@ser/experiment';
import { beforeEach, describe, expect, it } from 'vitest';
import { sandboxPerTest } from '../testing/sandbox.ts';
import { RunFolder } from './run-folder.ts';

const sandbox = sandboxPerTest();
const { list, put, text } = sandbox;
const path = (name: string) => `${sandbox.folder}/${name}`;
const plan: Plan = {
  version: 1,
  kind: 'run',
  recipe: [...RECIPES.values()][0],
  protocol: 'holdout',
  fold: 1,
  folds: 10,
  conditions: null,
  testConditions: null,
  variants: false,
  seed: 0,
  seeds: 1,
  epochs: 1,
  speakers: null,
  backend: 'wasm',
  data: ['table.parquet'],
};
const create = (name: string) => RunFolder.create(plan, 'unused', path(name));

describe('create', () => {
  it('makes the folder and puts the plan there', async () => {
    await create('runs/a');
    expect(list('runs/a')).toEqual(['plan.json']);
    expect(JSON.parse(text('runs/a/plan.json'))).toEqual(plan);
  });

  it('lets one of many at the same time have it', async () => {
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => create('a')));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(list('a')).toEqual(['plan.json']);
  });
});

describe('open', () => {
  it('gives the plan back', async () => {
    await create('a');
    expect((await RunFolder.open(path('a'), 'run')).plan).toEqual(plan);
  });

  it.each([
    ['is of another command', 'other-command', 'cross-validation', ''],
    ['has finished', 'run-finished', 'run', 'a/metrics.json'],
  ] as const)('refuses a run that %s', async (_, code, kind, file) => {
    await create('a');
    if (file) put(file, '{}');
    await expect(RunFolder.open(path('a'), kind)).rejects.toMatchObject({ code });
  });
});

describe('removeUnused', () => {
  let folder: RunFolder;
  beforeEach(async () => {
    folder = await create('runs/a');
  });

  it('takes the folder back, and those that were made for it', async () => {
    expect(await folder.removeUnused()).toBe(true);
    expect(existsSync(path('runs'))).toBe(false);
  });

  it('leaves a run alone that has moved in beside it', async () => {
    await create('runs/b');
    expect(await folder.removeUnused()).toBe(true);
    expect(list('runs')).toEqual(['b']);
  });

  it('leaves a run that has begun', async () => {
    put('runs/a/split.json', '{}');
    expect(await folder.removeUnused()).toBe(false);
    expect(list('runs/a')).toEqual(['plan.json', 'split.json']);
  });

  it('leaves the folder of a run that another process made', async () => {
    const { folder: opened } = await RunFolder.open(path('runs/a'), 'run');
    expect(await opened.removeUnused()).toBe(false);
    expect(list('runs/a')).toEqual(['plan.json']);
  });

  it('leaves a folder that was there before', async () => {
    mkdirSync(path('mine'));
    await (await create('mine')).removeUnused();
    expect(list('mine')).toEqual([]);
  });
});
