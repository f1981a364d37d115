import type { AnyTable } from '@ser/experiment';
import { wrongUsage } from '../console/cli-error.ts';
import type { LabelSource } from './labelling.ts';

/** So many labels a message names. */
const MOST_LABELS = 12;

/**
 * Checks that labels which are given to tables alone can be theirs. Tables have labels of their own:
 * a scheme says only whose they are, and anything else nothing.
 *
 * @param paths of the tables
 * @throws CliError `wrong-usage`
 */
export function checkTables(
  from: LabelSource,
  tables: readonly AnyTable[],
  paths: readonly string[],
): void {
  if (from.kind === 'tables') return;
  const own = new Set(tables.flatMap(({ labels }) => labels));
  if (from.kind === 'scheme') {
    const { labels } = from.scheme;
    const known = labels && new Set(Object.values(labels));
    if (!known || [...own].every((label) => known.has(label))) return;
  }
  const all = [...own];
  const rest = all.length > MOST_LABELS ? ', …' : '';
  throw wrongUsage(
    `--labels ${wordOf(from)} cannot label ${paths.join(', ')}, a table with labels of its own, ` +
      `${all.slice(0, MOST_LABELS).join(', ')}${rest}; leave --labels out (--label-map gives them ` +
      'other names), or give --data the folder of the clips',
  );
}

/** What the option was. */
function wordOf(from: Exclude<LabelSource, { kind: 'tables' }>): string {
  if (from.kind === 'csv') return from.file;
  if (from.kind === 'scheme') return from.scheme.name;
  return from.speaker === 'parent' ? 'folders/speaker' : 'folders';
}
