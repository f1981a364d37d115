import type { FileSource } from '@ser/model';
import { parsePlan } from '../plan/parse-plan.ts';
import type { Plan } from '../plan/plan.ts';
import { RUN_FILES } from './run-files.ts';
import { readJson } from './util/json-files.ts';

/**
 * The plan that the run in a store was begun with, to go on with it; undefined where there is none.
 *
 * @throws ExperimentError `bad-file`, `bad-plan` or `bad-recipe` when it holds something else
 *
 * @example
 * await run((await readPlan(store)) ?? plan, table, { store });
 */
export async function readPlan(store: FileSource): Promise<Plan | undefined> {
  const value = await readJson(store, RUN_FILES.plan);
  return value === undefined ? undefined : parsePlan(`${store.name}/${RUN_FILES.plan}`, value);
}
