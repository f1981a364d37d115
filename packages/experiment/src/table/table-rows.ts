import { type ExampleSource, takeRows } from '@ser/model';
import { ExperimentError } from '../experiment-error.ts';
import { isRowSource, type TableValues } from './row-source.ts';
import { type AnyTable, rowSize } from './table.ts';

/** One source of the rows of several tables, in their order. */
export function joinSources(tables: readonly AnyTable[]): ExampleSource {
  const size = rowSize(tables[0]);
  const ends: number[] = [];
  for (const { rows } of tables) ends.push((ends.at(-1) ?? 0) + rows.length);
  return {
    length: ends.at(-1) ?? 0,
    size,
    async read(indices, into) {
      const places = tables.map((): number[] => []);
      indices.forEach((index, place) => {
        places[ends.findIndex((end) => index < end)].push(place);
      });
      for (const [t, own] of places.entries()) {
        if (own.length === 0) continue;
        const first = ends[t] - tables[t].rows.length;
        const rows = await readValues(
          tables[t].x,
          size,
          own.map((place) => indices[place] - first),
        );
        own.forEach((place, i) => {
          into.set(rows.subarray(i * size, (i + 1) * size), place * size);
        });
      }
    },
  };
}

/**
 * The rows of a table at `indices`, copied.
 *
 * @returns row-major `[indices, ...shape]`
 * @throws ExperimentError `bad-table` where a source gives what is no finite number, or nothing;
 *   what the source throws
 */
export async function readTableRows(
  table: AnyTable,
  indices: readonly number[],
): Promise<Float32Array> {
  const { x } = table;
  const size = rowSize(table);
  const values = await readValues(x, size, indices);
  if (isRowSource(x)) checkValues('the table', table, indices, values);
  return values;
}

/**
 * Throws unless rows of a table are finite numbers.
 *
 * @param source where the table came from, with which the message begins
 * @param values the rows at `indices`, row-major
 */
export function checkValues(
  source: string,
  table: Pick<AnyTable, 'names' | 'rows' | 'shape'>,
  indices: ArrayLike<number>,
  values: Float32Array,
): void {
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad === -1) return;
  const { names, rows } = table;
  const { clip, variant } = rows[indices[Math.floor(bad / rowSize(table))]];
  throw new ExperimentError(
    'bad-table',
    `${source}: ${names[bad % names.length]} of clip ${clip} (${variant}) must be finite, ` +
      `got ${values[bad]}`,
  );
}

async function readValues(
  x: TableValues,
  size: number,
  indices: readonly number[],
): Promise<Float32Array> {
  if (!isRowSource(x)) return takeRows(x, size, indices);
  // What the source leaves out shows as NaN.
  const values = new Float32Array(indices.length * size).fill(Number.NaN);
  await x.read(Int32Array.from(indices), values);
  return values;
}
