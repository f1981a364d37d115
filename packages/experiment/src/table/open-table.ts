import type { ExtractorConfig } from '@ser/features';
import type { OptionNames } from '@ser/internal';
import { ExperimentError } from '../experiment-error.ts';
import type { PresetName } from '../recipe/recipe.ts';
import { checkOptions } from '../util/check-options.ts';
import type { TableFile } from './table-file.ts';
import type { TableSource } from './table-source.ts';
import { checkExtractor } from './util/check-extractor.ts';
import { openFile } from './util/open-file.ts';

/** Options of {@link openTable}. */
export interface OpenTableOptions {
  /**
   * What the features are, where the file does not say it: a preset's name, or the configuration of
   * an extractor. Default: the preset that has exactly the file's columns, in any order.
   */
  extractor?: ExtractorConfig | PresetName;
}

const OPTIONS: OptionNames<OpenTableOptions> = { extractor: true };

/**
 * Opens a table whose numbers need not fit in memory: what its rows are is read now, and their
 * features when they are asked for. It takes the files that `readParquet` takes.
 *
 * @throws ExperimentError `bad-table` as `readParquet`; `bad-argument` for what is no source;
 *   the error of the source, as it is
 *
 * @example
 * const { size } = blob;
 * const read = async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer());
 * const table = await openTable({ name: 'frames.parquet', size, read });
 * for await (const { rows, x } of table.parts()) console.log(rows.length, x.length);
 */
export async function openTable(
  source: TableSource,
  options: OpenTableOptions = {},
): Promise<TableFile> {
  checkOptions('openTable', options, OPTIONS);
  const { name, size, read }: Partial<Record<keyof TableSource, unknown>> = source ?? {};
  if (typeof name !== 'string' || typeof read !== 'function' || !isSize(size)) {
    throw new ExperimentError(
      'bad-argument',
      'openTable: `source` must have a name, a size in bytes and read(start, end), ' +
        `got ${JSON.stringify({ name, size, read: typeof read })}`,
    );
  }
  return openFile(source, checkExtractor('openTable', 'extractor', options.extractor));
}

function isSize(size: unknown): boolean {
  return Number.isSafeInteger(size) && Number(size) >= 0;
}
