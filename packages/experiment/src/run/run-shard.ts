import type { OptionNames } from '@ser/internal';
import { nestedStore } from '@ser/model';
import { ExperimentError } from '../experiment-error.ts';
import type { Plan } from '../plan/plan.ts';
import type { TestedRun } from '../report/summarize-folds.ts';
import type { AnyTable } from '../table/table.ts';
import { runFold } from './run-fold.ts';
import type { FoldsPorts, RunJobs } from './run-jobs.ts';
import { score } from './score.ts';
import { checkPlan } from './util/check-plan.ts';
import { checkFoldsPorts, FOLDS_PORTS } from './util/check-ports.ts';
import { readFinishedRuns } from './util/finished-runs.ts';
import { hasPlan, keepPlan } from './util/keep-plan.ts';
import { keepProvenance } from './util/keep-provenance.ts';
import { type PlannedRun, planFolds } from './util/plan-folds.ts';
import { keepShardRecord } from './util/shard-record.ts';
import { trainElsewhere } from './util/train-elsewhere.ts';

/** Options of {@link runShard}. */
export interface ShardOptions extends FoldsPorts {
  /** Which shard, from 0 to `shards` - 1. Required. */
  shard: number;
  /** Among how many the runs are shared. Required. */
  shards: number;
}

const OPTIONS: OptionNames<ShardOptions> = { ...FOLDS_PORTS, shard: true, shards: true };

/** What {@link runShard} has trained. */
export interface ShardResult {
  /** The figures of the shard's runs, in their order; none where there are more shards than runs. */
  readonly runs: readonly TestedRun[];
}

/**
 * Trains those runs of a cross-validation that are one shard's: the runs i, from 0, for which
 * i mod `shards` is `shard`, where the folds of the first seed come first. Other shards may work in
 * the same store meanwhile, on other machines too. Runs that are finished are kept, one that was
 * interrupted goes on. Once all shards are done, `mergeFolds` writes what `runFolds` would have.
 *
 * @param table the rows that the plan may use, and others, which are left out
 * @throws ExperimentError as `runFolds`, and `other-shards` for a store that is shared among another
 *   number of shards
 *
 * @example
 * await runShard(plan, table, { shard: 2, shards: 8, store });
 */
export async function runShard(
  plan: Plan,
  table: AnyTable,
  options: ShardOptions,
): Promise<ShardResult> {
  checkFoldsPorts('runShard', options, OPTIONS);
  const { shard, shards, store, reporter, signal, versions = {} } = options;
  checkWhole('shards', shards, 1, Number.MAX_SAFE_INTEGER);
  checkWhole('shard', shard, 0, shards - 1);
  checkPlan('runShard', 'plan', plan, 'cross-validation');
  const planned = planFolds(plan, table);
  const { chosen, folds, runs } = planned;
  const { labels } = chosen;
  await keepPlan(store, plan);
  await keepProvenance(store, chosen, versions);
  await keepShardRecord(store, planned, shards);
  const own = runs.filter((_, i) => i % shards === shard);
  for (const each of own) await hasPlan(nestedStore(store, each.key), each.plan);
  const finished = await readFinishedRuns(store, own, labels);
  const total = own.length;
  let done = 0;
  const tellEnd = async (run: PlannedRun): Promise<void> => {
    const predictions = (await finished.get(run.key)) ?? (await finished.add(run));
    const { uar, accuracy } = score([...predictions], labels);
    const { fold, seed } = run;
    done++;
    reporter?.({ kind: 'run-end', fold, folds, seed, done, total, uar, accuracy });
  };
  const isDone = (run: PlannedRun): boolean => finished.get(run.key) !== undefined;
  const waiting = own.filter((run) => !isDone(run));
  for (const run of own.filter(isDone)) await tellEnd(run);
  const jobs: RunJobs = options.jobs ?? {
    count: 1,
    // One at a time: what happens needs no name of its run.
    train: async (run) => {
      await runFold(plan, chosen, run, { store, reporter, signal });
    },
  };
  await trainElsewhere(waiting, jobs, {
    store,
    folds,
    before: done,
    onTrained: tellEnd,
    reporter,
    signal,
  });
  // Of two shards that have begun the store at one moment, with other rows, one learns it here.
  await keepProvenance(store, chosen, versions);
  return { runs: await finished.readTestedRuns() };
}

function checkWhole(name: string, value: unknown, least: number, most: number): void {
  if (Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most) return;
  const range = name === 'shard' ? `in [${least}, ${most}]` : `≥ ${least}`;
  throw new ExperimentError(
    'bad-argument',
    `runShard: \`${name}\` must be a whole number ${range}, got ${value}`,
  );
}
