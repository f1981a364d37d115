import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { addShardOptions, shardFrom } from './shard-options.ts';

/** The environment of task 3 in a Slurm array from 0 to 7. */
const SLURM = {
  SLURM_ARRAY_TASK_ID: '3',
  SLURM_ARRAY_TASK_COUNT: '8',
  SLURM_ARRAY_TASK_MIN: '0',
  SLURM_ARRAY_TASK_MAX: '7',
  SLURM_ARRAY_TASK_STEP: '1',
};
const usage = (message: string) => expect.objectContaining({ code: 'wrong-usage', message });

describe('shardFrom', () => {
  it('is none where nothing asks for it', () => {
    expect(shardFrom({}, {})).toBeUndefined();
    expect(shardFrom({}, { JOB_COMPLETION_INDEX: '3' })).toBeUndefined();
  });

  it('is as the options say, whatever the engine says', () => {
    expect(shardFrom({ numShards: 4, shardIndex: 0 }, SLURM)).toEqual({ index: 0, count: 4 });
    expect(shardFrom({ numShards: 4, shardIndex: 3 }, {})).toEqual({ index: 3, count: 4 });
  });

  it('has its index from Kubernetes, else from Slurm', () => {
    const env = { ...SLURM, JOB_COMPLETION_INDEX: '5' };
    expect(shardFrom({ numShards: 9 }, env)).toEqual({ index: 5, count: 9 });
    expect(shardFrom({ numShards: 9 }, SLURM)).toEqual({ index: 3, count: 9 });
    expect(shardFrom({ numShards: 9 }, { ...SLURM, JOB_COMPLETION_INDEX: '' })).toEqual({
      index: 3,
      count: 9,
    });
  });

  it('is a task of a Slurm array from 0 to N - 1 without any option', () => {
    expect(shardFrom({}, SLURM)).toEqual({ index: 3, count: 8 });
    expect(shardFrom({ shardIndex: 7 }, SLURM)).toEqual({ index: 7, count: 8 });
    const { SLURM_ARRAY_TASK_STEP: _, SLURM_ARRAY_TASK_MAX: _max, ...older } = SLURM;
    expect(shardFrom({}, older)).toEqual({ index: 3, count: 8 });
  });

  it.each([
    ['that begins at 1', { SLURM_ARRAY_TASK_MIN: '1', SLURM_ARRAY_TASK_MAX: '8' }],
    ['with steps', { SLURM_ARRAY_TASK_STEP: '2', SLURM_ARRAY_TASK_MAX: '14' }],
    ['of single tasks', { SLURM_ARRAY_TASK_MAX: '31' }],
  ])('is none by an array %s', (_, changes) => {
    expect(shardFrom({}, { ...SLURM, ...changes })).toBeUndefined();
    expect(() => shardFrom({ shardIndex: 2 }, { ...SLURM, ...changes })).toThrow(
      usage(
        '--num-shards must stand beside --shard-index 2; it comes by itself from a Slurm array ' +
          'from 0 to n-1 alone',
      ),
    );
  });

  it('is none with --num-shards 1, and the only one with --shard-index 0 beside it', () => {
    expect(shardFrom({ numShards: 1 }, SLURM)).toBeUndefined();
    expect(shardFrom({ numShards: 1, shardIndex: 0 }, SLURM)).toEqual({ index: 0, count: 1 });
    // An Indexed Job of one pod has the command of any other.
    const pod = { JOB_COMPLETION_INDEX: '0' };
    expect(shardFrom({ numShards: 1 }, pod)).toEqual({ index: 0, count: 1 });
  });

  it('names what is missing', () => {
    expect(() => shardFrom({ numShards: 4 }, {})).toThrow(
      usage(
        '--shard-index must stand beside --num-shards 4, from 0 to 3; it comes by itself from ' +
          'JOB_COMPLETION_INDEX or SLURM_ARRAY_TASK_ID, and neither is set',
      ),
    );
  });

  it.each<[string, { numShards: number; shardIndex?: number }, NodeJS.ProcessEnv]>([
    ['--shard-index', { numShards: 4, shardIndex: 4 }, {}],
    ['JOB_COMPLETION_INDEX', { numShards: 4 }, { JOB_COMPLETION_INDEX: '4' }],
    ['SLURM_ARRAY_TASK_ID', { numShards: 4 }, { SLURM_ARRAY_TASK_ID: '4' }],
  ])('refuses an index of %s that is too large', (source, options, env) => {
    expect(() => shardFrom(options, env)).toThrow(
      usage(
        `${source} must be below the number of shards, which is 4, got 4; ` +
          'shards are counted from 0',
      ),
    );
  });

  it.each(['abc', '-1', '1.5', '0x1'])('refuses a JOB_COMPLETION_INDEX of %s', (text) => {
    expect(() => shardFrom({ numShards: 4 }, { JOB_COMPLETION_INDEX: text })).toThrow(
      usage(
        `JOB_COMPLETION_INDEX must be a whole number from 0 to 3, got "${text}"; ` +
          'or give --shard-index',
      ),
    );
  });
});

describe('the options', () => {
  const parse = (...args: string[]) =>
    addShardOptions(new Command('x'), 'do what is yours')
      .exitOverride()
      .configureOutput({ writeErr: () => {} })
      .parse(args, { from: 'user' })
      .opts();

  it('are whole numbers', () => {
    expect(parse('--num-shards', '99999', '--shard-index', '99998')).toEqual({
      numShards: 99_999,
      shardIndex: 99_998,
    });
    expect(parse()).toEqual({});
  });

  it.each([
    ['--num-shards', '0'],
    ['--num-shards', '100000'],
    ['--shard-index', '-1'],
    ['--shard-index', '99999'],
    ['--shard-index', 'x'],
  ])('refuses %s %s', (...args) => {
    expect(() => parse(...args)).toThrow(/must be a whole number from|argument missing/);
  });
});
