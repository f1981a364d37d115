import { type AnyTable, extractorOf, type Plan, planVariants } from '@ser/experiment';
import { commandName } from '../console/command-name.ts';
import { print } from '../console/progress.ts';
import { type LoadTableOptions, loadTable } from '../data/load-table.ts';
import type { DataSet } from '../data-sets/data-set.ts';
import { checkSplit } from './check-split.ts';

/** Options of {@link loadPlanTable}. */
export interface PlanTableOptions
  extends Pick<LoadTableOptions, 'problems' | 'reporter' | 'signal' | 'cache' | 'memory'> {
  /** Printed once the data fit the plan, before anything is extracted. Default: none. */
  note?: string | undefined;
}

/**
 * The table of a plan's data, from where the plan says that it lies. Clips of conditions that the
 * plan does not use are not even extracted; of the tables, the run leaves their rows out.
 */
export async function loadPlanTable(
  dataSet: DataSet,
  plan: Plan,
  { problems, reporter, signal, note, cache, memory }: PlanTableOptions,
): Promise<AnyTable> {
  const { data, recipe, conditions, testConditions } = plan;
  const { embedded, name } = dataSet;
  if (embedded && data.includes(embedded.name)) {
    const ser = commandName();
    print(
      `No --data: training on ${embedded.name} (${embedded.licence}).`,
      `To train from audio: ${ser} train --data FOLDER (${ser} download gets ${name}).`,
    );
  }
  let toPrint = note;
  const wanted = conditions && new Set<string>([...conditions, ...(testConditions ?? [])]);
  const table = await loadTable(data, {
    dataSet,
    extractor: extractorOf(recipe),
    variants: planVariants(plan),
    problems,
    reporter,
    signal,
    memory,
    cache,
    ...(wanted && { isWanted: ({ condition = '' }) => wanted.has(condition) }),
    consequence: 'all of them stay on one side of each split',
    wantedName: `${conditions?.join(' or ') ?? ''} clips`.trim(),
    checkRows(planned) {
      checkSplit(plan, planned);
      if (toPrint !== undefined) print(toPrint);
      toPrint = undefined;
    },
  });
  // Clips that could not be read may have left too few.
  checkSplit(plan, table);
  return table;
}
