import { runLimited } from '@ser/testing';
import { expect, it } from 'vitest';
import { LARGE, ODD } from './testing/hostile.ts';

const module = new URL('testing/hostile.ts', import.meta.url);
/** Node with tfjs has 110 MiB, and parsed JSON takes some twenty times its bytes. */
const LIMITS = { cpuSeconds: 1.5, megabytes: 300 };
/** Those of `ODD` that `Classifier.save` cannot have written at all. */
const FOREIGN = [
  'a version that is an object',
  'metadata that are a number',
  'JSON that is null',
  'JSON that is a list',
  'JSON that is a number',
];

it.each(Object.keys(LARGE))('a stranger cannot load %s', async (name) => {
  const { error } = await runLimited({ module, call: 'runLarge', args: [name], ...LIMITS });
  expect(error).toMatchObject({ name: 'ModelError', code: 'corrupt-model' });
});

it('a stranger cannot load what contradicts itself', async () => {
  const { value } = await runLimited({ module, call: 'runOdd', ...LIMITS });
  expect(value).toEqual(
    Object.keys(ODD).map((name) => [
      name,
      FOREIGN.includes(name) ? 'foreign-model' : 'corrupt-model',
    ]),
  );
});

it('a model as large as one may be loads', async () => {
  const { value } = await runLimited({ module, call: 'loadLargest', megabytes: 400 });
  expect(value).toBe('c');
});
