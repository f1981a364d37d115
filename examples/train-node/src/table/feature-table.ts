import type { Emotion } from '@ser/ravdess';

/** What a row of features was computed from. */
export interface TableRow {
  /** Id of the clip, its file name without extension. */
  clip: string;
  label: Emotion;
  /** 1 to 24. */
  actor: number;
  channel: 'speech' | 'song';
  /** `original`, or the name of the change made to the clip before extraction. */
  variant: string;
}

/** Features of many clips, with what they are and where they come from. */
export interface FeatureTable {
  /** Name of the preset. */
  preset: string;
  /** Name of each feature. */
  names: string[];
  rows: TableRow[];
  /** Row-major `[rows, names]`. */
  x: Float32Array;
}

/** The table's rows at `indices`, in their order. */
export function selectRows(table: FeatureTable, indices: ArrayLike<number>): FeatureTable {
  const width = table.names.length;
  const x = new Float32Array(indices.length * width);
  const rows = Array.from(indices, (index, i) => {
    x.set(table.x.subarray(index * width, (index + 1) * width), i * width);
    return table.rows[index];
  });
  return { ...table, rows, x };
}

/** One table from several of the same preset. */
export function concatTables(tables: FeatureTable[]): FeatureTable {
  const x = new Float32Array(tables.reduce((n, table) => n + table.x.length, 0));
  let offset = 0;
  for (const table of tables) {
    x.set(table.x, offset);
    offset += table.x.length;
  }
  return { ...tables[0], rows: tables.flatMap((table) => table.rows), x };
}
