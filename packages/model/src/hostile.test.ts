import { runLimited } from '@ser/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { HOSTILE, type Outcome } from './testing/hostile.ts';

const module = new URL('testing/hostile.ts', import.meta.url);
/** Of one file, and of the process that loads all files of a kind. */
const CPU_SECONDS = 1.5;
/** Node with tfjs has 110 MiB, and parsed JSON takes some twenty times its bytes. */
const MEGABYTES = 300;
/** Those that `Classifier.save` cannot have written at all. */
const FOREIGN = [
  'a version that is an object',
  'metadata that are a number',
  'JSON that is null',
  'JSON that is a list',
  'JSON that is a number',
];

describe.each(Object.entries(HOSTILE))('of %s a stranger cannot load', (kind, files) => {
  let outcomes: Outcome[];
  beforeAll(async () => {
    const { value, error } = await runLimited({
      module,
      call: 'runKind',
      args: [kind],
      cpuSeconds: 10,
      megabytes: MEGABYTES,
    });
    expect(error).toBeUndefined();
    outcomes = value as Outcome[];
  });

  it.each(Object.keys(files))('%s', (name) => {
    const outcome = outcomes.find((each) => each.name === name);
    expect(outcome?.thrown).toBe(FOREIGN.includes(name) ? 'foreign-model' : 'corrupt-model');
    expect(outcome?.cpuSeconds).toBeLessThan(CPU_SECONDS);
  });
});

it('a model as large as one may be loads', async () => {
  const { value } = await runLimited({ module, call: 'loadLargest', megabytes: 400 });
  expect(value).toBe('c');
});
