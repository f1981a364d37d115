import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runVitest } from './run-vitest.ts';
import { tryMutant } from './try-mutant.ts';

const checkout = fileURLToPath(new URL('../../..', import.meta.url));
const never = new AbortController().signal;
let root: string;
let folder: string;
let times: ReadonlyMap<string, number>;

// A package of one module, of which its test holds only one line.
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'try-mutant-'));
  folder = join(root, 'packages/example');
  await cp(new URL('../example', import.meta.url), folder, { recursive: true });
  for (const name of ['node_modules', 'vitest.config.ts', 'tools'])
    await symlink(join(checkout, name), join(root, name));
  const run = await runVitest(folder, root, [], { limit: 600_000, signal: never });
  expect(run.outcome).toBe('passed');
  times = run.times;
});
afterAll(() => rm(root, { recursive: true }));

async function tried(find: string, replacement: string) {
  const file = 'src/double.ts';
  const before = await readFile(join(folder, file), 'utf8');
  const start = before.indexOf(find);
  const mutant = { file, mutator: 'Number', start, end: start + find.length, replacement };
  const { outcome, by } = await tryMutant(mutant, folder, root, times, never);
  expect(await readFile(join(folder, file), 'utf8')).toBe(before);
  return { outcome, by };
}

test('a mistake that a test notices is killed, by that test', async () => {
  expect(await tried('2 *', '3 *')).toEqual({ outcome: 'killed', by: 'src/double.test.ts' });
});

test('a mistake that no test notices survives', async () => {
  expect(await tried('1000', '1001')).toEqual({ outcome: 'survived', by: undefined });
});

test('a module that cannot be read any more is noticed', async () => {
  expect((await tried('return', 'retrun'))?.outcome).toBe('killed');
});
