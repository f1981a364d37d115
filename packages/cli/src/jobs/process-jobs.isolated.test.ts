import type { Table } from '@ser/experiment';
import { beforeEach, expect, it, vi } from 'vitest';
import type { JobSetup } from './messages.ts';
import { processJobs } from './process-jobs.ts';

/** Stands in for a process. */
const { children, FakeChild } = vi.hoisted(() => {
  const children: FakeChild[] = [];
  class FakeChild {
    isAlive = true;
    runs: string[] = [];
    begin = async (): Promise<void> => {};
    close = async (): Promise<void> => {};

    constructor() {
      children.push(this);
    }

    async train({ key }: { key: string }): Promise<void> {
      this.runs.push(key);
      if (!key.startsWith('deadly')) return;
      this.isAlive = false;
      throw new Error('it has died');
    }
  }
  return { children, FakeChild };
});
vi.mock('./job-child.ts', () => ({ JobChild: FakeChild }));

beforeEach(() => {
  children.length = 0;
});
const jobs = () => processJobs(2, {} as Table, {} as JobSetup);
const run = (key: string) => ({ key, fold: 1, seed: 0 });

it('trains several runs in one process, one after the other', async () => {
  const { train } = jobs();
  for (const key of ['a', 'b']) await train(run(key), {});
  expect(children.map(({ runs }) => runs)).toEqual([['a', 'b']]);
});

it('trains two runs at a time in two processes', async () => {
  const { train } = jobs();
  await Promise.all([train(run('a'), {}), train(run('b'), {})]);
  expect(children.map(({ runs }) => runs)).toEqual([['a'], ['b']]);
});

it('gives the next run another process where one has died in its run', async () => {
  const { train } = jobs();
  await expect(train(run('deadly'), {})).rejects.toThrow('it has died');
  await train(run('b'), {});
  expect(children.map(({ runs }) => runs)).toEqual([['deadly'], ['b']]);
});

it('gives the next run another process where one has died between two runs', async () => {
  const { train } = jobs();
  await train(run('a'), {});
  children[0].isAlive = false;
  await train(run('b'), {});
  expect(children.map(({ runs }) => runs)).toEqual([['a'], ['b']]);
});
