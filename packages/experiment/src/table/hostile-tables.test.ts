import { runLimited } from '@ser/testing';
import { expect, it } from 'vitest';
import { HOSTILE_TABLES } from '../testing/hostile-tables.ts';

const module = new URL('../testing/hostile-tables.ts', import.meta.url);

it.each(HOSTILE_TABLES)('%s ends in the typed error', async (name) => {
  const { error } = await runLimited({
    module,
    call: 'readHostile',
    args: [name],
    cpuSeconds: 2,
    megabytes: 350,
  });
  expect(error).toMatchObject({ name: 'ExperimentError', code: 'bad-table' });
});

it('files with some bytes changed are read, or end in the typed error', async () => {
  const call = 'readMutated';
  const { error, value } = await runLimited({
    module,
    call,
    args: [2000],
    cpuSeconds: 30,
    seconds: 500,
  });
  expect(error).toBeUndefined();
  // Some changes hit nothing that is read.
  expect(value).toBeGreaterThan(100);
});
