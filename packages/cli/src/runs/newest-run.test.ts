import { mkdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sandboxPerTest } from '../testing/sandbox.ts';
import { newestRun } from './newest-run.ts';

const sandbox = sandboxPerTest();
const home = process.cwd();
beforeEach(() => process.chdir(sandbox.folder));
afterEach(() => process.chdir(home));

/** Puts a run whose model was written so many seconds after the first second of 2026. */
function putRun(name: string, seconds: number): void {
  sandbox.put(`runs/${name}/model.json`, '{}');
  const time = new Date(Date.UTC(2026, 0, 1, 0, 0, seconds));
  utimesSync(join('runs', name, 'model.json'), time, time);
}

it.each([
  ['first by name', { a: 3, b: 1, c: 2 }, 'a'],
  ['in the middle by name', { a: 1, b: 3, c: 2 }, 'b'],
  ['last by name', { a: 1, b: 2, c: 3 }, 'c'],
  ['first by name of two of one time', { b: 2, a: 2, c: 1 }, 'a'],
])('is the run whose model was written last: %s', async (_, runs, newest) => {
  for (const [name, seconds] of Object.entries(runs)) putRun(name, seconds);
  expect(await newestRun()).toBe(join('runs', newest));
});

it('goes by the model, whatever else was written since', async () => {
  putRun('trained', 2);
  putRun('reread', 1);
  sandbox.put('runs/reread/report.txt', 'written now');
  expect(await newestRun()).toBe(join('runs', 'trained'));
});

it('passes over what has no model', async () => {
  putRun('a', 1);
  sandbox.put('runs/unfinished/plan.json', '{}');
  sandbox.put('runs/notes.txt', '');
  mkdirSync('runs/odd/model.json', { recursive: true });
  expect(await newestRun()).toBe(join('runs', 'a'));
});

it('says how to make one where there is none', async () => {
  const none = expect.objectContaining({ code: 'no-model' });
  await expect(newestRun()).rejects.toEqual(none);
  sandbox.put('runs/unfinished/plan.json', '{}');
  await expect(newestRun()).rejects.toEqual(none);
});
