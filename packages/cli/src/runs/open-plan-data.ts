import { type Plan, RUN_FILES } from '@ser/experiment';
import type { DataSet } from '../data-sets/data-set.ts';
import { openDataSet } from '../data-sets/open-data-set.ts';
import { parseLabelling } from '../data-sets/parse-labelling.ts';

/**
 * The data set that a plan trains on, wherever the command was given and wherever it is resumed.
 *
 * @param own the data set that the command line knows
 * @throws CliError for labels that have changed since the plan was made; what `openDataSet` throws
 */
export async function openPlanData(own: DataSet, plan: Plan): Promise<DataSet> {
  const labelling = parseLabelling(RUN_FILES.plan, plan.labelling);
  if (labelling === null) return own;
  const isEmbedded = own.embedded && plan.data.includes(own.embedded.name);
  const { dataSet } = await openDataSet(own, labelling, isEmbedded ? undefined : plan.data);
  return dataSet;
}
