import { runLimited } from '@ser/testing';
import { describe, expect, it } from 'vitest';
import type { CallOutcome } from '../testing/call-each.ts';
import { HOSTILE_TABLES } from '../testing/hostile-tables.ts';

const module = new URL('../testing/hostile-tables.ts', import.meta.url);
/** Processor seconds of one file. */
const MOST = 2;

// One process for all. What one of them asks for is far beyond this limit, which is what Node keeps
// of twenty of them before it collects.
const outcomesOf = async (inParts: boolean) => {
  const { value } = await runLimited({
    module,
    call: 'readHostile',
    args: [inParts],
    cpuSeconds: MOST * HOSTILE_TABLES.length,
    megabytes: 700,
  });
  return new Map((value as CallOutcome[]).map((each) => [each.name, each]));
};
const [whole, inParts] = await Promise.all([outcomesOf(false), outcomesOf(true)]);

describe.each([
  ['whole', whole],
  ['in parts', inParts],
])('read %s', (_, outcomes) => {
  it.each(HOSTILE_TABLES)('%s ends soon in the typed error', (name) => {
    const { error, cpuSeconds } = outcomes.get(name) ?? {};
    expect(error).toEqual({ name: 'ExperimentError', code: 'bad-table' });
    expect(cpuSeconds).toBeLessThan(MOST);
  });
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
