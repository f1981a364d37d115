import { ExperimentError } from '../experiment-error.ts';
import type { Table } from '../table/table.ts';
import { centresInMemory, groupBy, meanOfAll } from './util/voice-offsets.ts';

/**
 * The average voice of each variant: the mean of the centres of the voices, of whom each counts
 * once, a centre being the mean of a voice's rows in the variant (of sequences, of their frames).
 * A run under `speaker-adapted` measures voices from these, where `rows` are those that trained.
 *
 * A voice v of whom n clips were heard is brought to the average voice by subtracting from its
 * features, in each variant, n / (n + 2) · (mean of the clips - average of the variant) + (average
 * of the variant - average of `original`).
 *
 * @param rows indices of rows of one condition, such as speech
 * @returns by the variant's name, one value a feature
 * @throws ExperimentError `bad-argument` for an index that no row has
 */
export function voiceAverages(
  table: Table,
  rows: readonly number[],
): ReadonlyMap<string, Float64Array> {
  const wrong = rows.find((row) => table.rows[row] === undefined);
  if (wrong !== undefined) {
    throw new ExperimentError(
      'bad-argument',
      `voiceAverages: \`rows\` must be indices below ${table.rows.length}, got ${wrong}`,
    );
  }
  const variants = groupBy(rows, (row) => table.rows[row].variant);
  return new Map(
    [...variants].map(([variant, own]) => [
      variant,
      meanOfAll(centresInMemory(table, own), table.names.length),
    ]),
  );
}
