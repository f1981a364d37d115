import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { type Plan, RECIPES } from '@ser/experiment';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
  adaptation: null,
  backend: 'wasm',
  data: ['table.parquet'],
  labelling: null,
};
const deadLock = (): string => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  return JSON.stringify({ pid, host: hostname() });
};
const create = (name: string) => RunFolder.create(plan, 'unused', path(name));

describe('create', () => {
  it('makes the folder and puts the plan there', async () => {
    await (await create('runs/a')).release();
    expect(list('runs/a')).toEqual(['plan.json']);
    expect(JSON.parse(text('runs/a/plan.json'))).toEqual(plan);
  });

  it('lets one of many at the same time have it', async () => {
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => create('a')));
    const [mine, ...more] = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(more).toEqual([]);
    await mine.release();
    expect(list('a')).toEqual(['plan.json']);
  });

  it.each(['link', 'link/'])('refuses a link to another place: %s', async (name) => {
    mkdirSync(path('elsewhere'));
    symlinkSync(path('elsewhere'), path('link'));
    await expect(create(name)).rejects.toMatchObject({ code: 'unwritable-path' });
    expect(list('elsewhere')).toEqual([]);
  });

  it('goes through a link to the place of all runs', async () => {
    mkdirSync(path('disk'));
    symlinkSync(path('disk'), path('runs'));
    await (await create('runs/a')).release();
    expect(list('disk/a')).toEqual(['plan.json']);
  });

  it.each(['file', 'file/below'])('says where it cannot be made: %s', async (name) => {
    put('file', '');
    await expect(create(name)).rejects.toMatchObject({ code: 'unwritable-path' });
  });

  it('leaves a plan alone whose run was interrupted in time', async () => {
    await (await create('a')).release();
    await expect(create('a')).rejects.toMatchObject({ code: 'folder-in-use' });
  });
});

describe('create, where no folder is asked for', () => {
  const home = process.cwd();
  beforeEach(() => process.chdir(sandbox.folder));
  afterEach(() => process.chdir(home));
  const next = async (): Promise<string> => {
    const folder = await RunFolder.create(plan, 'name');
    await folder.release();
    return folder.path;
  };

  it('counts on from the first that is free', async () => {
    expect(await next()).toBe('runs/name');
    put('runs/name-2/notes.txt', '');
    expect(await next()).toBe('runs/name-3');
    expect(list('runs/name-2')).toEqual(['notes.txt']);
  });

  it('takes an empty folder', async () => {
    mkdirSync('runs/name', { recursive: true });
    expect(await next()).toBe('runs/name');
  });

  it('gives each of many at the same time one of its own', async () => {
    const create = () => RunFolder.create(plan, 'name');
    const all = await Promise.all(Array.from({ length: 8 }, create));
    expect(new Set(all.map((folder) => folder.path)).size).toBe(8);
    for (const folder of all) await folder.release();
    for (const name of list('runs')) expect(list(`runs/${name}`)).toEqual(['plan.json']);
  });

  it('is passed over where its process was killed while it claimed it', async () => {
    put('runs/name/run.lock', deadLock());
    expect(await next()).toBe('runs/name-2');
  });
});

describe('open', () => {
  it('gives the plan back', async () => {
    await (await create('a')).release();
    expect((await RunFolder.open(path('a'), 'run')).plan).toEqual(plan);
  });

  it.each([
    ['is of another command', 'other-command', 'cross-validation', ''],
    ['has finished', 'run-finished', 'run', 'a/metrics.json'],
  ] as const)('refuses a run that %s', async (_, code, kind, file) => {
    await (await create('a')).release();
    if (file) put(file, '{}');
    await expect(RunFolder.open(path('a'), kind)).rejects.toMatchObject({ code });
  });

  it.each(['nowhere', 'file', 'empty'])('refuses what holds no run: %s', async (name) => {
    put('file', '');
    mkdirSync(path('empty'));
    await expect(RunFolder.open(path(name), 'run')).rejects.toMatchObject({ code: 'no-run' });
  });
});

describe('a folder whose process was killed while it claimed it', () => {
  const whole = `${JSON.stringify(plan, null, 2)}\n`;
  const HEX = '0123456789abcdef';

  it.each([
    ['the lock alone', ['run.lock']],
    ['half of a plan', ['run.lock', `plan.json.${HEX}.tmp`]],
    ['the plan, and nothing begun', ['run.lock', 'plan.json']],
    ['an earlier version’s half of a plan', ['plan.99999999.tmp']],
    ['an earlier version’s two names of the plan', ['plan.99999999.tmp', 'plan.json']],
  ])('serves a new run: %s', async (_, names) => {
    for (const name of names) put(`a/${name}`, name === 'run.lock' ? deadLock() : '{"version');
    await (await create('a')).release();
    expect(list('a')).toEqual(['plan.json']);
    expect(JSON.parse(text('a/plan.json'))).toEqual(plan);
  });

  it.each([
    ['the plan', ['run.lock', 'plan.json']],
    ['the plan under another name', ['run.lock', `plan.json.${HEX}.tmp`]],
    ['an earlier version’s plan under another name', ['plan.99999999.tmp']],
  ])('is resumed: %s', async (_, names) => {
    for (const name of names) put(`a/${name}`, name === 'run.lock' ? deadLock() : whole);
    const opened = await RunFolder.open(path('a'), 'run');
    await opened.folder.release();
    expect(opened.plan).toEqual(plan);
    expect(list('a')).toEqual(['plan.json']);
  });

  it.each(['{"version', ''])('says how to begin again where there is no plan: %j', async (half) => {
    put('a/run.lock', deadLock());
    put(`a/plan.json.${HEX}.tmp`, half);
    await expect(RunFolder.open(path('a'), 'run')).rejects.toMatchObject({
      code: 'no-run',
      message: expect.stringContaining('begin it again with --out'),
    });
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
    await (await create('runs/b')).release();
    expect(await folder.removeUnused()).toBe(true);
    expect(list('runs')).toEqual(['b']);
  });

  it('leaves a run that has begun', async () => {
    put('runs/a/split.json', '{}');
    expect(await folder.removeUnused()).toBe(false);
    await folder.release();
    expect(list('runs/a')).toEqual(['plan.json', 'split.json']);
  });

  it('leaves the folder of a run that another process made', async () => {
    await folder.release();
    const { folder: opened } = await RunFolder.open(path('runs/a'), 'run');
    expect(await opened.removeUnused()).toBe(false);
    await opened.release();
    expect(list('runs/a')).toEqual(['plan.json']);
  });

  it('leaves a folder that was there before', async () => {
    mkdirSync(path('mine'));
    await (await create('mine')).removeUnused();
    expect(list('mine')).toEqual([]);
  });
});
