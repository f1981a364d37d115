import type { FileSource, FileStore } from '@ser/model';
import { ExperimentError } from '../../experiment-error.ts';
import type { Plan } from '../../plan/plan.ts';
import { canonicalJson } from '../../util/canonical-json.ts';
import { readPlan } from '../read-plan.ts';
import { RUN_FILES } from '../run-files.ts';
import { writeJson } from './json-files.ts';

/**
 * Writes the plan of a new run, or holds that of a run which goes on against the one given now.
 *
 * @throws ExperimentError `other-plan` where they differ
 */
export async function keepPlan(store: FileStore, plan: Plan): Promise<void> {
  if (!(await hasPlan(store, plan))) await writeJson(store, RUN_FILES.plan, plan);
}

/**
 * Whether a store has this plan; it may have none.
 *
 * @throws ExperimentError `other-plan` where it has another
 */
export async function hasPlan(store: FileSource, plan: Plan): Promise<boolean> {
  const earlier = await readPlan(store);
  if (!earlier) return false;
  const first = new Map<string, unknown>(Object.entries(earlier));
  const changed = Object.entries(plan)
    .filter(([key, value]) => canonicalJson(first.get(key)) !== canonicalJson(value))
    .map(([key]) => key);
  if (changed.length === 0) return true;
  throw new ExperimentError(
    'other-plan',
    `${store.name} was begun with another plan, which differs in: ${changed.join(', ')}; ` +
      `go on with that of its ${RUN_FILES.plan}, or choose another store`,
  );
}
