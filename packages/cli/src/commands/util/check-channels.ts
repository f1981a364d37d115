import { wrongUsage } from '../../console/cli-error.ts';
import type { DataSet } from '../../data-sets/data-set.ts';

/**
 * Checks that the data have a condition of the name that `--channels` asks for.
 *
 * @throws CliError `wrong-usage`
 */
export function checkChannels({ conditions }: Pick<DataSet, 'conditions'>, channels: string): void {
  if (channels === 'all' || conditions.includes(channels)) return;
  throw wrongUsage(
    conditions.length === 0
      ? `--channels is for data with conditions, which these do not name; got ${channels}`
      : `--channels must be one of ${[...conditions, 'all'].join(', ')}; got ${channels}`,
  );
}
