import { ORIGINAL, type Split } from '@ser/eval';
import { type Dataset, type ExampleSource, StandardScaler } from '@ser/model';
import type { Recipe } from '../../recipe/recipe.ts';
import { isRowSource, type TableValues } from '../../table/row-source.ts';
import { type AnyTable, selectRows } from '../../table/table.ts';
import { checkValues } from '../../table/table-rows.ts';
import { subtractOffsets, type VoiceOffsets } from './voice-offsets.ts';

/** What a model learns from, and what must be done to other rows before it scores them. */
export interface TrainingData {
  readonly scaler: StandardScaler;
  readonly training: Dataset & { readonly y: Int32Array };
}

/**
 * Standardised training rows, with the scaler that they fitted. Beside the table, memory holds one
 * copy of them; of a table that is not in memory, they are standardised as they are read.
 *
 * @throws what the table's source throws
 */
export async function trainingData(
  table: AnyTable,
  { train }: Pick<Split, 'train'>,
  { scaler: { rows = 'all', clip } = {} }: Pick<Recipe, 'scaler'>,
  offsets?: VoiceOffsets,
): Promise<TrainingData> {
  const x = centredRows(table, train, offsets);
  const width = table.names.length;
  const fitted =
    rows === 'all'
      ? x
      : centredRows(
          table,
          train.filter((row) => table.rows[row].variant === ORIGINAL),
          offsets,
        );
  const scaler = await StandardScaler.fit(fitted, width, { clip });
  return {
    scaler,
    training: { x: scaler.transform(x, { copy: false }), y: classesOf(table, train) },
  };
}

/** Standardised rows of voices that train, to validate on. */
export function validationData(
  table: AnyTable,
  { validation }: Pick<Split, 'validation'>,
  scaler: StandardScaler,
  offsets?: VoiceOffsets,
): Dataset {
  const x = centredRows(table, validation, offsets);
  return { x: scaler.transform(x, { copy: false }), y: classesOf(table, validation) };
}

/** The rows at `indices`, of voices that are moved to the average one where there are offsets. */
function centredRows(
  table: AnyTable,
  indices: readonly number[],
  offsets: VoiceOffsets | undefined,
): TableValues {
  const { x } = table;
  if (isRowSource(x)) return centredSource({ ...table, x }, indices, offsets);
  const selected = selectRows({ ...table, x }, indices);
  if (offsets) subtract(selected.x, indices, offsets);
  return selected.x;
}

function centredSource(
  table: AnyTable & { x: ExampleSource },
  indices: readonly number[],
  offsets: VoiceOffsets | undefined,
): ExampleSource {
  return {
    length: indices.length,
    size: table.x.size,
    async read(at, into) {
      const rows = Array.from(at, (i) => indices[i]);
      await table.x.read(Int32Array.from(rows), into);
      checkValues('the table', table, rows, into);
      if (offsets) subtract(into, rows, offsets);
    },
  };
}

function subtract(x: Float32Array, rows: readonly number[], offsets: VoiceOffsets): void {
  subtractOffsets(
    x,
    rows.map((row) => offsets.ofTrained(row)),
  );
}

function classesOf({ labels, rows }: AnyTable, indices: readonly number[]): Int32Array {
  return Int32Array.from(indices, (row) => labels.indexOf(rows[row].label));
}
