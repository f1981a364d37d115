import { ORIGINAL, type Split } from '@ser/eval';
import { type Dataset, StandardScaler } from '@ser/model';
import type { Recipe } from '../../recipe/recipe.ts';
import { selectRows, type Table } from '../../table/table.ts';
import { subtractOffsets, type VoiceOffsets } from './voice-offsets.ts';

/** What a model learns from, and what must be done to other rows before it scores them. */
export interface TrainingData {
  readonly scaler: StandardScaler;
  readonly training: Dataset<Float32Array> & { readonly y: Int32Array };
}

/**
 * Standardised training rows, with the scaler that they fitted. Beside the table, memory holds one
 * copy of them.
 */
export function trainingData(
  table: Table,
  { train }: Pick<Split, 'train'>,
  { scaler: { rows = 'all', clip } = {} }: Pick<Recipe, 'scaler'>,
  offsets?: VoiceOffsets,
): TrainingData {
  const { x } = centredRows(table, train, offsets);
  const width = table.names.length;
  const fitted =
    rows === 'all'
      ? x
      : centredRows(
          table,
          train.filter((row) => table.rows[row].variant === ORIGINAL),
          offsets,
        ).x;
  const scaler = StandardScaler.fit(fitted, width, { clip });
  return {
    scaler,
    training: { x: scaler.transform(x, { copy: false }), y: classesOf(table, train) },
  };
}

/** Standardised rows of voices that train, to validate on. */
export function validationData(
  table: Table,
  { validation }: Pick<Split, 'validation'>,
  scaler: StandardScaler,
  offsets?: VoiceOffsets,
): Dataset {
  const { x } = centredRows(table, validation, offsets);
  return { x: scaler.transform(x, { copy: false }), y: classesOf(table, validation) };
}

function centredRows(
  table: Table,
  indices: readonly number[],
  offsets: VoiceOffsets | undefined,
): Table {
  const selected = selectRows(table, indices);
  if (offsets)
    subtractOffsets(
      selected.x,
      indices.map((row) => offsets.ofTrained(row)),
    );
  return selected;
}

function classesOf({ labels, rows }: Table, indices: readonly number[]): Int32Array {
  return Int32Array.from(indices, (row) => labels.indexOf(rows[row].label));
}
