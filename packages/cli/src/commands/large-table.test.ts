import { writeParquet } from '@ser/experiment';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { sandboxPerTest } from '../testing/sandbox.ts';
import { SMALL_RECIPE } from '../testing/small-recipe.ts';
import { syntheticTable } from '../testing/synthetic-table.ts';

const sandbox = sandboxPerTest();
const { list, put, ser, text } = sandbox;
const TRAIN = ['--data', 't.parquet', '--recipe', 'small.json', '--no-variants', '--epochs', '2'];
beforeEach(() => {
  put('t.parquet', writeParquet(syntheticTable()));
  put('small.json', JSON.stringify(SMALL_RECIPE));
});

function allow(memory: string): void {
  process.env.SER_TABLE_MEMORY = memory;
  onTestFinished(() => {
    delete process.env.SER_TABLE_MEMORY;
  });
}
const weightsOf = (run: string): unknown => JSON.parse(text(`${run}/metrics.json`)).weightsSha256;

describe('a table that is larger than $SER_TABLE_MEMORY', () => {
  it('leads to what it leads to in memory', async () => {
    expect((await ser('train', ...TRAIN, '--out', 'memory')).code).toBe(0);
    allow('100K');
    expect((await ser('train', ...TRAIN, '--out', 'file')).code).toBe(0);
    expect(list('file')).toEqual(list('memory'));
    expect(text('file/predictions.json')).toBe(text('memory/predictions.json'));
    expect(text('file/provenance.json')).toBe(text('memory/provenance.json'));
  });

  it('leaves nothing after Ctrl-C, and the run goes on with its rows in memory', async () => {
    await ser('train', ...TRAIN, '--out', 'whole');
    allow('100K');
    const ended = await sandbox.serInterrupted('epoch 1/2', 'train', ...TRAIN, '--out', 'mine');
    expect(ended.code).toBe(130);
    expect(list('mine').filter((name) => /rows|tmp/.test(name))).toEqual([]);
    allow('1G');
    expect((await ser('train', '--resume', 'mine')).code).toBe(0);
    expect(weightsOf('mine')).toBe(weightsOf('whole'));
  });
});

it('what is no amount of memory is wrong usage, and leaves no folder', async () => {
  allow('plenty');
  const { code, stderr } = await ser('train', ...TRAIN, '--out', 'mine');
  expect(stderr).toContain('$SER_TABLE_MEMORY must be an amount of memory such as 500M or 2G');
  expect(code).toBe(2);
  expect(list()).not.toContain('mine');
});
