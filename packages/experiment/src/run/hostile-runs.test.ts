import { runLimited } from '@ser/testing';
import { expect, it } from 'vitest';
import { HOSTILE_PLANS } from '../testing/hostile-runs.ts';

const module = new URL('../testing/hostile-runs.ts', import.meta.url);

it.each(HOSTILE_PLANS)('a plan of %s ends in the typed error', async (name) => {
  const { error } = await runLimited({
    module,
    call: 'readHostilePlan',
    args: [name],
    cpuSeconds: 2,
    megabytes: 300,
  });
  expect(error).toMatchObject({
    name: 'ExperimentError',
    code: expect.stringMatching(/^bad-(plan|recipe|file)$/),
  });
});

it.each([
  [{ protocol: 'clip', folds: 9999, seeds: 1 }, 'too-few'],
  [{ protocol: 'clip', folds: 10, seeds: 9999 }, 'bad-plan'],
  [
    { protocol: 'speaker', speakers: { folds: Array(9999).fill(['01']), holdout: [] }, seeds: 10 },
    'bad-plan',
  ],
])('splits of too many folds end in the typed error', async (changes, code) => {
  const { error } = await runLimited({
    module,
    call: 'drawHostileSplits',
    args: [changes],
    cpuSeconds: 2,
    megabytes: 300,
  });
  expect(error?.code).toBe(code);
});

it('predictions of far more rows than a run tests end in the typed error', async () => {
  const { error } = await runLimited({ module, call: 'readHostilePredictions', megabytes: 300 });
  expect(error).toMatchObject({ code: 'bad-file' });
});

it('files with values changed are read, or end in the typed error', async () => {
  const { error, value } = await runLimited({
    module,
    call: 'readChangedFiles',
    args: [2000],
    cpuSeconds: 30,
    seconds: 500,
  });
  expect(error).toBeUndefined();
  expect(value).toBeLessThan(600);
});
