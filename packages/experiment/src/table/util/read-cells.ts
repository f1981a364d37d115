import type { Budget } from '../parquet/budget.ts';
import { describeColumn, isNumeric, type ParquetColumn } from '../parquet/column.ts';
import { toNumbers, toTexts } from '../parquet/convert.ts';
import { type ColumnChunk, readColumn } from '../parquet/read-column.ts';

/** A column that says what rows are, as text; null where a row has none. */
export function readTexts(
  chunk: ColumnChunk,
  column: ParquetColumn,
  budget: Budget,
): (string | null)[] {
  if (column.meaning !== 'text' && !isNumeric(column)) throw wrongKind(column, 'text');
  const texts = new Array<string | null>(chunk.rows).fill(null);
  readColumn<string | null>(chunk, column, budget, {
    convert: (raw) => toTexts(column, raw),
    onPage(row, count, values, present) {
      for (let i = 0, next = 0; i < count; i++) {
        if (!present || present[i] > 0) texts[row + i] = values[next++];
      }
    },
  });
  return texts;
}

/**
 * A column of numbers. What is no finite number in 32 bits is refused, with its row: a null would
 * train as 0.
 *
 * @param into a number a line
 * @param nameOf what a line of the group is called in messages
 */
export function readNumbers(
  chunk: ColumnChunk,
  column: ParquetColumn,
  budget: Budget,
  into: Float32Array | Float64Array,
  nameOf: (line: number) => string,
): void {
  if (!isNumeric(column)) throw wrongKind(column, 'numbers');
  const refuse = (line: number, value: number | null): never => {
    throw new Error(
      `its column ${column.name} must hold finite numbers of 32 bits, ` +
        `got ${value} in ${nameOf(line)}`,
    );
  };
  readColumn<number>(chunk, column, budget, {
    convert: (raw) => toNumbers(column, raw),
    onPage(line, count, values, present) {
      if (present) refuse(line + present.indexOf(0), null);
      for (let i = 0; i < count; i++) {
        const value = values[i];
        if (!Number.isFinite(Math.fround(value))) refuse(line + i, value);
        into[line + i] = value;
      }
    },
  });
}

function wrongKind(column: ParquetColumn, expected: string): Error {
  return new Error(
    `its column ${column.name} must hold ${expected}, got ${describeColumn(column)}`,
  );
}
