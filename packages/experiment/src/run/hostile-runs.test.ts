import { runLimited } from '@ser/testing';
import { expect, it } from 'vitest';
import type { CallOutcome } from '../testing/call-each.ts';
import { HOSTILE_PLANS } from '../testing/hostile-runs.ts';

const module = new URL('../testing/hostile-runs.ts', import.meta.url);
/** Processor seconds of one file. */
const MOST = 2;

// One process for all. One plan of 200 MB is in memory, and what Node keeps before it collects.
const { value } = await runLimited({
  module,
  call: 'readHostileRuns',
  cpuSeconds: MOST * (HOSTILE_PLANS.length + 4),
  megabytes: 700,
});
const outcomes = new Map((value as CallOutcome[]).map((each) => [each.name, each]));

it.each([
  ...HOSTILE_PLANS.map((name) => [name, /^bad-(plan|recipe|file)$/] as const),
  ['more folds than clips', /^too-few$/],
  ['ten thousand seeds', /^bad-plan$/],
  ['ten thousand lists, and ten seeds', /^bad-plan$/],
  ['predictions of far more rows than a run tests', /^bad-file$/],
] as const)('%s: ends soon in the typed error', (name, code) => {
  const { error, cpuSeconds } = outcomes.get(name) ?? {};
  // What the protocols themselves refuse is an EvaluationError.
  const kind = expect.stringMatching(/^(Experiment|Evaluation)Error$/);
  expect(error).toEqual({ name: kind, code: expect.stringMatching(code) });
  expect(cpuSeconds).toBeLessThan(MOST);
});

it('files with values changed are read, or end in the typed error', async () => {
  const { error, value: read } = await runLimited({
    module,
    call: 'readChangedFiles',
    args: [2000],
    cpuSeconds: 30,
    seconds: 500,
  });
  expect(error).toBeUndefined();
  expect(read).toBeLessThan(600);
});
