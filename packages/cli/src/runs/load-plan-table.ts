import {
  extractorOf,
  type Plan,
  planRows,
  type Reporter,
  type Table,
  tableCache,
  variantsOf,
} from '@ser/experiment';
import { commandName } from '../console/command-name.ts';
import type { Problems } from '../console/problems.ts';
import { print } from '../console/progress.ts';
import { EMBEDDED } from '../data/data-source.ts';
import { loadTable } from '../data/load-table.ts';
import type { RunFolder } from './run-folder.ts';

/** Where a run keeps what it extracted from audio, so that resuming need not repeat it. */
const CACHE_FILE = 'features.parquet';

/**
 * The rows that a plan is about, from where it says that they lie. Clips of conditions that it does
 * not use are not even extracted.
 */
export async function loadPlanTable(
  plan: Plan,
  folder: RunFolder,
  { problems, reporter, signal }: { problems: Problems; reporter: Reporter; signal: AbortSignal },
): Promise<Table> {
  const { data, recipe, variants, conditions, testConditions } = plan;
  if (data.includes(EMBEDDED)) {
    print(
      `No --data: training on ${EMBEDDED} (CC BY-NC-SA 4.0).\n` +
        `To train from audio: ${commandName()} train --data FOLDER (${commandName()} download gets RAVDESS).`,
    );
  }
  const wanted = conditions && new Set<string>([...conditions, ...(testConditions ?? [])]);
  const table = await loadTable(data, {
    extractor: extractorOf(recipe),
    variants: variants ? variantsOf(recipe) : [],
    problems,
    reporter,
    signal,
    cache: tableCache(folder.store, CACHE_FILE),
    ...(wanted && { isWanted: ({ info }) => wanted.has(info.condition) }),
  });
  return planRows(`--data ${data.join(' ')}`, table, plan);
}
