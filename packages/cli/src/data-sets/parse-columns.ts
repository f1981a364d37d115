import { wrongUsage } from '../console/cli-error.ts';
import { COLUMN_NAMES, type Columns } from './labelling.ts';

/**
 * Reads which columns say what, such as `file=path,label=emotion`.
 *
 * @throws CliError `wrong-usage`
 */
export function parseColumns(text: string): Columns {
  const columns = new Map<string, string>();
  for (const part of text.split(',')) {
    const [name, column, ...rest] = part.split('=').map((word) => word.trim());
    const isKnown = COLUMN_NAMES.some((known) => known === name);
    if (!isKnown || !column || rest.length > 0 || columns.has(name)) {
      throw wrongUsage(
        `--columns must say once for each of ${COLUMN_NAMES.join(', ')} how its column is called, ` +
          `such as file=path,label=emotion; got ${part.trim() === '' ? 'an empty part' : part}`,
      );
    }
    columns.set(name, column);
  }
  return Object.fromEntries(columns);
}
