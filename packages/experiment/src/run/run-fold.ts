import { nestedStore } from '@ser/model';
import { ExperimentError } from '../experiment-error.ts';
import type { Plan } from '../plan/plan.ts';
import { foldCount, splitRows } from '../plan/split-rows.ts';
import type { AnyTable } from '../table/table.ts';
import type { FoldRun } from './fold-run.ts';
import type { RunPorts } from './run-ports.ts';
import type { RunResult } from './run-result.ts';
import { checkPlan } from './util/check-plan.ts';
import { checkPorts } from './util/check-ports.ts';
import { chooseRows } from './util/choose-rows.ts';
import { keepPlan } from './util/keep-plan.ts';
import { foldRun, planOfRun } from './util/plan-folds.ts';
import { runSplit } from './util/run-split.ts';

/**
 * Trains and tests one run of a cross-validation in its folder of the cross-validation's store, as
 * `runFolds` does: the same files, bit for bit, but for the time that a step took. It is for whoever
 * has runs done elsewhere, see `RunJobs`. Beside the run's folder nothing is read or written.
 *
 * @param plan the cross-validation's
 * @param table the rows that the plan may use, and others, which are left out
 * @throws ExperimentError `bad-argument` for a plan of another kind or backend, or a run that it
 *   does not have; else as `run`. The signal's reason when aborted
 *
 * @example
 * await runFold(plan, table, { fold: 2, seed: 0 }, { store });
 */
export async function runFold(
  plan: Plan,
  table: AnyTable,
  run: Pick<FoldRun, 'fold' | 'seed'>,
  ports: RunPorts,
): Promise<RunResult> {
  checkPorts('runFold', ports);
  checkPlan('runFold', 'plan', plan, 'cross-validation');
  const chosen = chooseRows(plan, table);
  checkRun(plan, chosen, run);
  const own = planOfRun(plan, run);
  const store = nestedStore(ports.store, foldRun(run.fold, run.seed).key);
  await keepPlan(store, own);
  const split = splitRows(chosen.rows, own);
  return runSplit(own, chosen, split, { ...ports, store });
}

function checkRun(
  plan: Plan,
  { rows }: AnyTable,
  { fold, seed }: Pick<FoldRun, 'fold' | 'seed'>,
): void {
  const check = (name: string, value: unknown, least: number, most: number): void => {
    if (Number.isInteger(value) && Number(value) >= least && Number(value) <= most) return;
    throw new ExperimentError(
      'bad-argument',
      `runFold: \`run.${name}\` must be a whole number in [${least}, ${most}], got ${value}`,
    );
  };
  check('fold', fold, 1, foldCount(plan, rows));
  check('seed', seed, 0, plan.seeds - 1);
}
