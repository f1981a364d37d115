import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { EMOTIONS, type Emotion } from '@ser/ravdess';
import { parquetMetadata, parquetRead } from 'hyparquet';
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import { CliError } from '../console/cli-error.ts';
import type { FeatureTable, TableRow } from './feature-table.ts';

/** Columns before the features, in the names that pandas users will type. */
const KEYS = ['clip', 'emotion', 'actor', 'channel', 'variant'] as const;

/** Key of the file's metadata that holds the preset's name. */
const PRESET = 'ser.preset';

/** Writes a table as Parquet: five columns that say what a row is, then one float column a feature. */
export function writeParquet({ preset, names, rows, x }: FeatureTable): Uint8Array {
  const keys: ColumnSource[] = [
    { name: 'clip', type: 'STRING', data: rows.map((row) => row.clip) },
    { name: 'emotion', type: 'STRING', data: rows.map((row) => row.label) },
    { name: 'actor', type: 'INT32', data: rows.map((row) => row.actor) },
    { name: 'channel', type: 'STRING', data: rows.map((row) => row.channel) },
    { name: 'variant', type: 'STRING', data: rows.map((row) => row.variant) },
  ];
  const features = names.map(
    (name, j): ColumnSource => ({
      name,
      type: 'FLOAT',
      data: Float32Array.from(rows, (_, i) => x[i * names.length + j]),
      // Bytes of the same significance stand together: neighbours alike, which gzip likes.
      encoding: 'BYTE_STREAM_SPLIT',
    }),
  );
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: [...keys, ...features].map((column) => ({ ...column, nullable: false })),
      codec: 'GZIP',
      compressors: { GZIP: (bytes) => gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }) },
      rowGroupSize: Math.max(rows.length, 1),
      statistics: false,
      kvMetadata: [{ key: PRESET, value: preset }],
      createdBy: 'ser',
    }),
  );
}

/**
 * Reads what {@link writeParquet} wrote.
 *
 * @param file the name for messages
 * @throws CliError when the bytes are no Parquet file or lack a column
 */
export async function readParquet(file: string, bytes: Uint8Array): Promise<FeatureTable> {
  const buffer = bytes.buffer.slice(
    bytes.byteOffset,
    bytes.byteOffset + bytes.length,
  ) as ArrayBuffer;
  try {
    const metadata = parquetMetadata(buffer);
    const columns = metadata.schema.slice(1).map((element) => element.name);
    const preset = metadata.key_value_metadata?.find(({ key }) => key === PRESET)?.value;
    const missing = KEYS.filter((key) => !columns.includes(key));
    if (!preset || missing.length > 0) {
      throw new Error(`it lacks ${[...missing, ...(preset ? [] : ['its preset'])].join(', ')}`);
    }
    const names = columns.filter((column) => !KEYS.includes(column as (typeof KEYS)[number]));
    const n = Number(metadata.num_rows);
    const x = new Float32Array(n * names.length);
    const keys = Object.fromEntries(KEYS.map((key) => [key, new Array<string | number>(n)]));
    await parquetRead({
      file: buffer,
      metadata,
      compressors: { GZIP: (input: Uint8Array) => gunzipSync(input) },
      onChunk({ columnName, columnData, rowStart }) {
        const key = keys[columnName];
        const j = names.indexOf(columnName);
        for (let i = 0; i < columnData.length; i++) {
          if (key) key[rowStart + i] = columnData[i];
          else x[(rowStart + i) * names.length + j] = columnData[i];
        }
      },
    });
    const rows = Array.from({ length: n }, (_, i) =>
      toRow(Object.fromEntries(KEYS.map((key) => [key, keys[key][i]]))),
    );
    return { preset, names, rows, x };
  } catch (cause) {
    throw new CliError(
      'bad-table',
      `${file} must be a table written by \`ser features --out\`, but ${(cause as Error).message}`,
      { cause },
    );
  }
}

function toRow({ clip, emotion, actor, channel, variant }: Record<string, unknown>): TableRow {
  const valid =
    typeof clip === 'string' &&
    EMOTIONS.includes(emotion as Emotion) &&
    Number.isInteger(actor) &&
    Number(actor) >= 1 &&
    Number(actor) <= 24 &&
    (channel === 'speech' || channel === 'song') &&
    typeof variant === 'string';
  if (!valid) {
    const row = { clip, emotion, actor, channel, variant };
    throw new Error(`it holds a row that describes no RAVDESS clip: ${JSON.stringify(row)}`);
  }
  return { clip, label: emotion as Emotion, actor: Number(actor), channel, variant };
}
