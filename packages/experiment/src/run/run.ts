import type { Plan } from '../plan/plan.ts';
import { splitRows } from '../plan/split-rows.ts';
import type { AnyTable } from '../table/table.ts';
import type { RunPorts } from './run-ports.ts';
import type { RunResult } from './run-result.ts';
import { checkPlan } from './util/check-plan.ts';
import { checkPorts } from './util/check-ports.ts';
import { chooseRows } from './util/choose-rows.ts';
import { keepPlan } from './util/keep-plan.ts';
import { keepProvenance } from './util/keep-provenance.ts';
import { runSplit } from './util/run-split.ts';

/**
 * Trains and tests one fold of a plan, and leaves everything about it in the store: the plan, the
 * split, the model, history, predictions, reports and, last, the figures. The tfjs backend is the
 * caller's: it must be that of the plan, and must be able to train.
 *
 * A store with an unfinished run goes on with it: the weights in the end are those of a run that
 * was never interrupted, bit for bit. `readPlan` gives the plan that such a run was begun with. A
 * finished run is trained again.
 *
 * @param table the rows that the plan may use, and others, which are left out
 * @throws ExperimentError `bad-argument` for a plan of another kind or backend, `bad-plan` for
 *   none; for a table that
 *   does not fit the plan; for a store whose run was begun with another plan (`other-plan`) or
 *   other rows (`other-data`), or whose resume point is damaged or of another run (`bad-file`). The
 *   signal's reason when aborted
 *
 * @example
 * const plan = createPlan({ recipe, protocol: 'holdout', speakers: SPEAKERS });
 * const { summary } = await run(plan, table, { store: indexedDbStore('my-run') });
 * summary.test.uar;
 */
export async function run(plan: Plan, table: AnyTable, ports: RunPorts): Promise<RunResult> {
  checkPorts('run', ports);
  const { store, versions = {} } = ports;
  checkPlan('run', 'plan', plan, 'run');
  const rows = chooseRows(plan, table);
  const split = splitRows(rows.rows, plan);
  await keepPlan(store, plan);
  await keepProvenance(store, rows, versions);
  return runSplit(plan, rows, split, ports);
}
