import { wrongUsage } from '../../console/cli-error.ts';
import type { DataSet } from '../../data-sets/data-set.ts';

/**
 * Where the data lies: what `--data` says, or else the data set's own table.
 *
 * @throws CliError `wrong-usage` where there is neither
 */
export function dataOrEmbedded(
  { embedded, name }: Pick<DataSet, 'embedded' | 'name'>,
  data: readonly string[] | undefined,
): readonly string[] {
  if (data) return data;
  if (embedded) return [embedded.name];
  throw wrongUsage(`--data is needed: there is no table of ${name} that comes along`);
}
