import * as v from 'valibot';
import { parseJson } from '../../util/parse-json.ts';

const schema = v.object({ index_columns: v.array(v.unknown()) });

/** Of what pandas says of a table: about 200 a column. */
const MOST_BYTES = 4 * 2 ** 20;

/** What pandas calls the columns of an index without a name. */
const UNNAMED = /^__index_level_\d+__$/;

/**
 * The columns that only number the rows, which pandas and fastparquet write beside those of a
 * frame. A `RangeIndex` stands in the metadata alone, and has no column.
 *
 * @param pandas what the file's metadata hold under `pandas`; undefined where there is nothing
 */
export function indexColumns(
  columns: readonly string[],
  pandas: string | undefined,
): ReadonlySet<string> {
  const named = new Set(pandas === undefined ? [] : namedIndex(pandas));
  return new Set(columns.filter((name) => UNNAMED.test(name) || named.has(name)));
}

function namedIndex(pandas: string): readonly unknown[] {
  try {
    const found = v.safeParse(schema, parseJson(new TextEncoder().encode(pandas), MOST_BYTES));
    return found.success ? found.output.index_columns : [];
  } catch {
    // Metadata of another program, which nothing depends on.
    return [];
  }
}
