import { crossValidate, type Prediction } from '@ser/eval';
import { nestedStore } from '@ser/model';
import type { Plan } from '../plan/plan.ts';
import type { AnyTable } from '../table/table.ts';
import type { FoldsResult } from './folds-result.ts';
import type { FoldsPorts } from './run-jobs.ts';
import { score } from './score.ts';
import { checkPlan } from './util/check-plan.ts';
import { checkFoldsPorts, FOLDS_PORTS } from './util/check-ports.ts';
import { readFinishedRuns } from './util/finished-runs.ts';
import { hasPlan, keepPlan } from './util/keep-plan.ts';
import { keepProvenance } from './util/keep-provenance.ts';
import { type PlannedRun, planFolds } from './util/plan-folds.ts';
import { runSplit } from './util/run-split.ts';
import { trainElsewhere } from './util/train-elsewhere.ts';
import { writeFolds } from './util/write-folds.ts';

/**
 * Trains and tests every fold of a plan's protocol with every seed, each run in a folder of its own
 * in the store (`fold1-seed0`, …), and averages their figures. Runs that are finished there are
 * kept, one that was interrupted goes on.
 *
 * With `jobs`, runs are trained elsewhere, some at a time. Every figure and every file is the same,
 * but for times.
 *
 * @param table the rows that the plan may use, and others, which are left out
 * @throws ExperimentError `bad-argument` for a plan of another kind or backend, `bad-plan` for
 *   none; for a table that
 *   does not fit the plan; for a store whose cross-validation was begun with another plan
 *   (`other-plan`) or other rows (`other-data`), or holds a file that is none of it (`bad-file`);
 *   `failed-runs` where some of `jobs` have failed, once all others are done. The signal's reason
 *   when aborted
 */
export async function runFolds(
  plan: Plan,
  table: AnyTable,
  ports: FoldsPorts,
): Promise<FoldsResult> {
  checkFoldsPorts('runFolds', ports, FOLDS_PORTS);
  const { store, reporter, signal, versions = {}, jobs } = ports;
  checkPlan('runFolds', 'plan', plan, 'cross-validation');
  const { chosen, folds, seeds, splits, runs, notes } = planFolds(plan, table);
  const { rows, labels } = chosen;
  await keepPlan(store, plan);
  await keepProvenance(store, chosen, versions);
  // What cannot go on is known before anything is trained.
  for (const each of runs) await hasPlan(nestedStore(store, each.key), each.plan);
  const finished = await readFinishedRuns(store, runs, labels);
  let done = 0;
  const tellEnd = (
    { fold, seed }: Pick<PlannedRun, 'fold' | 'seed'>,
    own: readonly Prediction[],
  ): void => {
    const { uar, accuracy } = score(own, labels);
    done++;
    reporter?.({ kind: 'run-end', fold, folds, seed, done, total: runs.length, uar, accuracy });
  };
  if (jobs) {
    for (const each of runs) {
      const own = await finished.get(each.key);
      if (own) tellEnd(each, own);
    }
    const waiting = runs.filter(({ key }) => finished.get(key) === undefined);
    const byKey = new Map(waiting.map((each) => [each.key, each]));
    await trainElsewhere(waiting, jobs, {
      store,
      folds,
      before: done,
      async onTrained({ key }) {
        const each = byKey.get(key) as PlannedRun;
        tellEnd(each, await finished.add(each));
      },
      reporter,
      signal,
    });
  }
  const byKey = new Map(runs.map((each) => [each.key, each]));
  const { predictions } = await crossValidate(rows, {
    splits: (seed) => [...splits[seed]],
    seeds: [...seeds],
    labels: [...labels],
    async train({ fold, seed, key, split }) {
      reporter?.({ kind: 'run-begin', fold, folds, seed });
      const own = (byKey.get(key) as PlannedRun).plan;
      const nested = nestedStore(store, key);
      await keepPlan(nested, own);
      const result = await runSplit(own, chosen, split, { store: nested, reporter, signal });
      return result.predictions.map(({ scores }) => scores);
    },
    done: finished,
    onProgress({ predictions: own, ...each }) {
      // Of runs that were done elsewhere the end is told.
      if (!jobs) tellEnd(each, own);
    },
    // All has been trained then.
    ...(!jobs && { signal }),
  });
  const tested = await finished.readTestedRuns();
  return writeFolds(store, plan, { labels, predictions, runs: tested, notes });
}
