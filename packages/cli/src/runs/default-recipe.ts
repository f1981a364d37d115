import { extractorOf, RECIPES } from '@ser/experiment';
import { sortSources } from '../data/data-source.ts';
import { readTableExtractor } from '../data/read-table.ts';
import { isSameJson } from '../data/same-json.ts';
import type { DataSet } from '../data-sets/data-set.ts';

/** The recipe for a table that comes along with a data set. */
const OF_EMBEDDED = 'baseline';
/** The recipe for data that may be extracted anew; first in the line for tables. */
const OF_CLIPS = 'functionals-lda';

/**
 * The recipe for data that came without one: the best for clips; for a table the first whose
 * features it holds.
 *
 * @throws CliError for data that are not there
 */
export async function defaultRecipe(
  dataSet: Pick<DataSet, 'embedded'>,
  data: readonly string[] | undefined,
): Promise<string> {
  if (!data) return OF_EMBEDDED;
  const { tables } = await sortSources(dataSet, data);
  if (tables.length === 0) return OF_CLIPS;
  const extractor = await readTableExtractor(tables[0]);
  const isOf = (name: string): boolean => {
    const recipe = RECIPES.get(name);
    return recipe !== undefined && isSameJson(extractorOf(recipe), extractor);
  };
  return [OF_CLIPS, OF_EMBEDDED, ...RECIPES.keys()].find(isOf) ?? OF_CLIPS;
}
