import { type Command, InvalidArgumentError } from 'commander';
import { wrongUsage } from '../console/cli-error.ts';
import { whole } from '../console/options.ts';

/** One part of a task that several processes, or machines, share. */
export interface Shard {
  /** From 0 to `count` - 1. */
  readonly index: number;
  readonly count: number;
}

/** Options of a command whose work can be shared. */
export interface ShardOptions {
  /** Default: the size of the Slurm array, where that is 0 to N - 1. */
  numShards?: number;
  /** Default: `JOB_COMPLETION_INDEX`, else `SLURM_ARRAY_TASK_ID`. */
  shardIndex?: number;
}

/** As many as five digits of a file's name say. */
const MOST_SHARDS = 99_999;

/**
 * Adds `--num-shards` and `--shard-index` to a command.
 *
 * @param share what one process does of the whole, such as 'extract each clip whose hash says so'
 */
export function addShardOptions(command: Command, share: string): Command {
  return command
    .option(
      '--num-shards <n>',
      `share the work among n processes, on one machine or many: ${share} ` +
        '(default: the size of the Slurm array, where that is 0 to n-1; 1: nothing is shared)',
      whole(1, MOST_SHARDS),
    )
    .option(
      '--shard-index <i>',
      'which of them this is, from 0 (default: JOB_COMPLETION_INDEX of Kubernetes, or ' +
        'SLURM_ARRAY_TASK_ID)',
      whole(0, MOST_SHARDS - 1),
    );
}

/**
 * Which part of the work is this process'; undefined where it does all.
 *
 * The work is shared where an option says so, or where the process is a task of a Slurm array from
 * 0 to N - 1. `--num-shards 1` alone turns that off, but in an Indexed Job of Kubernetes.
 *
 * @param env Default: this process'
 * @throws CliError `wrong-usage` for half of what is needed, or an index that is too large
 */
export function shardFrom(
  { numShards, shardIndex }: ShardOptions,
  env: NodeJS.ProcessEnv = process.env,
): Shard | undefined {
  if (shardIndex === undefined) {
    // One pod of an Indexed Job is a shard like any other; a task of a Slurm array may stand alone.
    if (numShards === 1 && !env.JOB_COMPLETION_INDEX) return undefined;
    if (numShards === undefined && slurmCount(env) === undefined) return undefined;
  }
  const count = numShards ?? slurmCount(env);
  if (count === undefined) {
    throw wrongUsage(
      `--num-shards must stand beside --shard-index ${shardIndex}; it comes by itself from a Slurm ` +
        'array from 0 to n-1 alone',
    );
  }
  const [index, source] =
    shardIndex === undefined ? indexFrom(env, count) : [shardIndex, '--shard-index'];
  if (index < count) return { index, count };
  throw wrongUsage(
    `${source} must be below the number of shards, which is ${count}, got ${index}; ` +
      'shards are counted from 0',
  );
}

/** The variables that number the tasks of an engine, the first of which counts. */
const INDEX_VARIABLES = ['JOB_COMPLETION_INDEX', 'SLURM_ARRAY_TASK_ID'] as const;

function indexFrom(env: NodeJS.ProcessEnv, count: number): [number, string] {
  const name = INDEX_VARIABLES.find((each) => env[each] !== undefined && env[each] !== '');
  if (name === undefined) {
    throw wrongUsage(
      `--shard-index must stand beside --num-shards ${count}, from 0 to ${count - 1}; it comes by ` +
        `itself from ${INDEX_VARIABLES.join(' or ')}, and neither is set`,
    );
  }
  try {
    return [whole(0, MOST_SHARDS - 1)(env[name] ?? ''), name];
  } catch (cause) {
    if (!(cause instanceof InvalidArgumentError)) throw cause;
    throw wrongUsage(
      `${name} must be a whole number from 0 to ${count - 1}, got ${JSON.stringify(env[name])}; ` +
        'or give --shard-index',
      cause,
    );
  }
}

/** The size of the Slurm array that this process is of; undefined unless it is 0 to N - 1. */
function slurmCount(env: NodeJS.ProcessEnv): number | undefined {
  const { SLURM_ARRAY_TASK_COUNT: size, SLURM_ARRAY_TASK_ID: id } = env;
  const { SLURM_ARRAY_TASK_MIN: min, SLURM_ARRAY_TASK_MAX: max } = env;
  // Of a part of an array, such as that of tasks which are done again, nobody knows the whole.
  const { SLURM_ARRAY_TASK_STEP: step = '1' } = env;
  const count = Number(size);
  const isWhole = Number.isInteger(count) && count > 0 && count <= MOST_SHARDS;
  if (!isWhole || id === undefined || min !== '0' || step !== '1') return undefined;
  return max === undefined || Number(max) === count - 1 ? count : undefined;
}
