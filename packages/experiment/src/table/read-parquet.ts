import type { Row } from '@ser/eval';
import { parseExtractorConfig, parseVariantConfigs } from '@ser/features';
import { gunzipSync } from 'fflate';
import { type FileMetaData, parquetMetadata, parquetRead } from 'hyparquet';
import * as v from 'valibot';
import { ExperimentError } from '../experiment-error.ts';
import { parseWith } from '../util/parse-with.ts';
import type { Table } from './table.ts';
import { FRAME_COLUMN, KEY_COLUMNS, METADATA_KEY, RECORDING_COLUMN } from './util/table-columns.ts';

const length = v.pipe(v.number(), v.integer(), v.minValue(1));

const metadataSchema = v.object({
  version: v.literal(1),
  extractor: v.unknown(),
  variants: v.optional(v.unknown()),
  labels: v.array(v.string()),
  shape: v.pipe(v.array(length), v.minLength(1), v.maxLength(2)),
});

/**
 * Reads what `writeParquet` wrote.
 *
 * @param file the name for messages
 * @throws ExperimentError `bad-table` when the bytes are no Parquet file, lack a column, or hold
 *   rows that are none
 */
export async function readParquet(file: string, bytes: Uint8Array): Promise<Table> {
  try {
    return await read(file, bytes);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ExperimentError(
      'bad-table',
      `${file} must be a table of features that \`writeParquet\` wrote, but ${why}`,
      { cause },
    );
  }
}

async function read(file: string, bytes: Uint8Array): Promise<Table> {
  // A copy: a Buffer's memory holds other things too.
  const { buffer } = new Uint8Array(bytes);
  const metadata = parquetMetadata(buffer);
  const { extractor, variants, labels, shape } = readTableMetadata(file, metadata);
  const isSequence = shape.length > 1;
  const [frames, width] = isSequence ? [shape[0], shape[1]] : [1, shape[0]];
  const hasRecordings = metadata.schema.some(({ name }) => name === RECORDING_COLUMN);
  const keyColumns = [
    ...KEY_COLUMNS,
    ...(hasRecordings ? [RECORDING_COLUMN] : []),
    ...(isSequence ? [FRAME_COLUMN] : []),
  ];
  const names = checkColumns(metadata, keyColumns, width);
  const lines = Number(metadata.num_rows);
  if (lines % frames !== 0) throw new Error(`its ${lines} rows are no whole clips of ${frames}`);
  const { keys, x } = await readColumns(buffer, metadata, { keyColumns, names, lines });
  if (isSequence) checkFrames(keys.get(FRAME_COLUMN) ?? [], frames);
  return {
    extractor: parseExtractorConfig(extractor),
    ...(variants !== undefined && { variants: parseVariantConfigs(variants) }),
    labels,
    names,
    shape,
    rows: Array.from({ length: lines / frames }, (_, i) => readRow(keys, i * frames)),
    x,
  };
}

function readTableMetadata(
  file: string,
  { key_value_metadata }: FileMetaData,
): v.InferOutput<typeof metadataSchema> {
  const text = key_value_metadata?.find(({ key }) => key === METADATA_KEY)?.value;
  if (!text) throw new Error(`it lacks its metadata ${METADATA_KEY}`);
  return parseWith(metadataSchema, `${file}: ${METADATA_KEY}`, JSON.parse(text), 'bad-table');
}

/** The names of the features, which are all columns but those that say what a row is. */
function checkColumns(
  { schema }: FileMetaData,
  keyColumns: readonly string[],
  width: number,
): string[] {
  // The first entry of a Parquet schema is its root.
  const columns = schema.slice(1).map(({ name }) => name);
  const missing = keyColumns.filter((key) => !columns.includes(key));
  if (missing.length > 0) throw new Error(`it lacks the column ${missing.join(', ')}`);
  const names = columns.filter((column) => !keyColumns.includes(column));
  if (names.length === width) return names;
  throw new Error(`it holds ${names.length} features where its metadata say ${width}`);
}

/** The values of each key column, and those of the features row by row. */
async function readColumns(
  file: ArrayBuffer,
  metadata: FileMetaData,
  { keyColumns, names, lines }: { keyColumns: readonly string[]; names: string[]; lines: number },
): Promise<{ keys: ReadonlyMap<string, unknown[]>; x: Float32Array }> {
  const x = new Float32Array(lines * names.length);
  const keys = new Map<string, unknown[]>(keyColumns.map((key) => [key, new Array(lines)]));
  const positions = new Map(names.map((name, j) => [name, j]));
  // Thrown after the reading: an error of this callback would be nobody's.
  let wrong: Error | undefined;
  await parquetRead({
    file,
    metadata,
    compressors: {
      GZIP: (input, outputLength) => gunzipSync(input, { out: new Uint8Array(outputLength) }),
    },
    onChunk({ columnName, columnData, rowStart }) {
      const key = keys.get(columnName);
      const j = positions.get(columnName);
      for (let i = 0; i < columnData.length; i++) {
        const value: unknown = columnData[i];
        if (key) key[rowStart + i] = value;
        else if (j !== undefined) {
          // A null, which pandas makes of NaN, would become 0, and digits in text a number.
          if (typeof value === 'number') x[(rowStart + i) * names.length + j] = value;
          else wrong ??= wrongCell(columnName, 'numbers', value, rowStart + i);
        }
      }
    },
  });
  if (wrong) throw wrong;
  return { keys, x };
}

function checkFrames(column: readonly unknown[], frames: number): void {
  const line = column.findIndex((frame, i) => frame !== i % frames);
  if (line !== -1) throw new Error(`its column ${FRAME_COLUMN} must count from 0 in row ${line}`);
}

function readRow(keys: ReadonlyMap<string, unknown[]>, line: number): Row {
  const text = (key: string): string => {
    const value = keys.get(key)?.[line];
    if (typeof value === 'string') return value;
    throw wrongCell(key, 'text', value, line);
  };
  const condition = text('condition');
  const recording = keys.has(RECORDING_COLUMN) ? text(RECORDING_COLUMN) : '';
  return {
    clip: text('clip'),
    label: text('label'),
    speaker: text('speaker'),
    variant: text('variant'),
    ...(condition !== '' && { condition }),
    ...(recording !== '' && { recording }),
  };
}

function wrongCell(column: string, expected: string, value: unknown, line: number): Error {
  const got = value === null ? 'null' : `the ${typeof value} ${String(value)}`;
  return new Error(`its column ${column} must hold ${expected}, got ${got} in row ${line}`);
}
