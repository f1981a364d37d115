import type { ExtractorConfig } from '@ser/features';
import type { ParquetColumn } from '../parquet/column.ts';
import type { Footer } from '../parquet/footer.ts';
import { findFeatures } from './find-features.ts';
import { indexColumns } from './index-columns.ts';
import { listNames } from './list-names.ts';
import { FRAME_COLUMN, KEY_COLUMNS, RECORDING_COLUMN } from './table-columns.ts';
import { readTableMetadata, type TableMetadata } from './table-metadata.ts';

/** A column of {@link Row}. */
export type KeyColumn = (typeof KEY_COLUMNS)[number] | typeof RECORDING_COLUMN;

/** Which of a file's columns say what. */
export interface TableLayout {
  /** Those that say what a row is, and are there. */
  readonly keys: ReadonlyMap<KeyColumn, ParquetColumn>;
  /** The one that counts the frames of sequences. */
  readonly frame: ParquetColumn | undefined;
  /** Those of the features, in the order of `names`. */
  readonly features: readonly ParquetColumn[];
  readonly names: readonly string[];
  /** As the file or the caller says it: its frames may have to be counted. */
  readonly extractor: ExtractorConfig;
  /** Undefined for a file of another program. */
  readonly metadata: TableMetadata | undefined;
}

/** Without them a row is none. */
const REQUIRED: readonly KeyColumn[] = ['clip', 'label'];

/**
 * Finds what a file's columns are, by their names.
 *
 * @param file its name, for messages
 * @param asked the extractor, where the file does not say it
 */
export function findLayout(
  file: string,
  footer: Footer,
  asked: ExtractorConfig | undefined,
): TableLayout {
  const columns = new Map(footer.columns.map((column) => [column.name, column]));
  const all = footer.columns.map(({ name }) => name);
  const seen = new Set<string>();
  const twice = all.filter((name) => seen.size === seen.add(name).size);
  if (twice.length > 0) throw new Error(`it has columns twice: ${listNames(twice)}`);
  const keyNames = [...KEY_COLUMNS, RECORDING_COLUMN];
  const known: readonly string[] = [...keyNames, FRAME_COLUMN];
  const others = all.filter((name) => !known.includes(name));
  const metadata = readTableMetadata(file, footer.metadata);
  const frame = columns.get(FRAME_COLUMN);
  const { extractor, names } = findFeatures({
    columns: others,
    index: indexColumns(others, footer.metadata.get('pandas')),
    isSequence: frame !== undefined,
    extractor: metadata?.extractor ?? asked,
  });
  const missing = REQUIRED.filter((name) => !columns.has(name));
  if (missing.length > 0) throw new Error(`it lacks the column ${missing.join(', ')}`);
  const keys = new Map<KeyColumn, ParquetColumn>();
  for (const name of keyNames) {
    const column = columns.get(name);
    if (column) keys.set(name, column);
  }
  const features = names.map((name) => {
    const column = columns.get(name);
    if (column) return column;
    throw new Error(`it lacks the column ${name}`);
  });
  return { keys, frame, features, names, extractor, metadata };
}
