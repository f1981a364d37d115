import {
  type AnyTable,
  type Plan,
  type RunJobs,
  runFold,
  runFolds,
  runShard,
  type ShardResult,
  type Table,
} from '@ser/experiment';
import type { Trained, TrainingPorts } from '../commands/util/train-in-folder.ts';
import { print } from '../console/progress.ts';
import { acquireFoldLock } from '../runs/fold-lock.ts';
import type { Shard } from '../shards/shard-options.ts';
import { jobCount, threadsOfJob } from './job-count.ts';
import { processJobs } from './process-jobs.ts';
import { unfinishedRuns } from './unfinished-runs.ts';

/** How a cross-validation is spread over processes. */
export interface SpreadOptions {
  /** Runs at a time. Default: as many as `jobCount` says. */
  jobs?: number | undefined;
  /** Of the wasm backend, in all jobs together. Default: the machine's. */
  threads?: number | undefined;
  /** Whose runs are trained. Default: all. */
  shard?: Shard | undefined;
}

/**
 * Trains the runs of a cross-validation, or of one of its shards, in as many processes as asked
 * for. Where that is one, this process trains, with all threads; so it does where the table is not
 * in memory.
 */
export async function crossValidateIn(
  plan: Plan,
  table: AnyTable,
  { folder, ...ports }: TrainingPorts,
  { jobs: wanted, threads, shard }: SpreadOptions,
): Promise<Trained> {
  const runs = unfinishedRuns(folder, plan, table, shard);
  const inMemory = isInMemory(table) ? table : undefined;
  const count = inMemory ? jobCount(inMemory, { wanted, runs }) : 1;
  if (!inMemory && wanted !== undefined && wanted > 1) {
    print('The table is larger than the memory for tables: one run at a time reads it from disk.');
  }
  const work = (jobs?: RunJobs): Promise<Trained> =>
    shard
      ? trainShard(plan, table, shard, { ...ports, ...(jobs && { jobs }) })
      : runFolds(plan, table, { ...ports, ...(jobs && { jobs }) });
  if (count === 1 || !inMemory) {
    return work(shard && lockedJobs(plan, table, { folder, ...ports }));
  }
  const isGuarded = shard === undefined;
  const own = threadsOfJob(count, threads);
  const jobs = processJobs(count, inMemory, { folder, plan, threads: own, isGuarded });
  try {
    return await work(jobs);
  } finally {
    await jobs.close();
  }
}

/** Trains runs here, each under a lock of its own, while other processes train others. */
function lockedJobs(plan: Plan, table: AnyTable, { folder, store }: TrainingPorts): RunJobs {
  return {
    count: 1,
    async train(run, ports) {
      const { signal } = ports;
      const lock = await acquireFoldLock(folder, run.key, {
        isGuarded: false,
        ...(signal && { signal }),
      });
      try {
        await runFold(plan, table, run, { store, ...ports });
      } finally {
        await lock.release();
      }
    },
  };
}

function isInMemory(table: AnyTable): table is Table {
  return table.x instanceof Float32Array;
}

async function trainShard(
  plan: Plan,
  table: AnyTable,
  { index, count }: Shard,
  ports: Parameters<typeof runFolds>[2],
): Promise<Trained> {
  const { runs } = await runShard(plan, table, { ...ports, shard: index, shards: count });
  return {
    summary: { shard: index, shards: count, runs },
    report: `${shardLines({ index, count }, runs).join('\n')}\n`,
  };
}

function shardLines({ index, count }: Shard, runs: ShardResult['runs']): string[] {
  return [
    `shard ${index} of ${count}: ${runs.length} ${runs.length === 1 ? 'run' : 'runs'}`,
    ...runs.map(
      ({ fold, seed, test: { uar, accuracy } }) =>
        `fold ${fold}, seed ${seed}: UAR ${uar.toFixed(3)}, accuracy ${accuracy.toFixed(3)}`,
    ),
  ];
}
