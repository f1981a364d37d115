import type { Budget } from '../parquet/budget.ts';
import { describeColumn, isNumeric, type ParquetColumn } from '../parquet/column.ts';
import { toNumbers, toTexts } from '../parquet/convert.ts';
import type { Footer } from '../parquet/footer.ts';
import { readColumn } from '../parquet/read-column.ts';

/** A file whose columns are read one after the other. */
export interface OpenTable {
  readonly bytes: Uint8Array;
  readonly footer: Footer;
  readonly budget: Budget;
}

/** A column that says what rows are, as text; null where a row has none. */
export function readTexts(
  { bytes, footer, budget }: OpenTable,
  column: ParquetColumn,
): (string | null)[] {
  if (column.meaning !== 'text' && !isNumeric(column)) throw wrongKind(column, 'text');
  const texts = new Array<string | null>(footer.rows);
  readColumn<string | null>(bytes, footer, column, budget, {
    convert: (raw) => toTexts(column, raw),
    onValue(row, value) {
      texts[row] = value;
    },
  });
  return texts;
}

/**
 * A column of numbers. What is no finite number in 32 bits is refused, with its row: a null would
 * train as 0.
 *
 * @param onValue is told each number
 * @param nameOf what a row is called in messages
 */
export function readNumbers(
  { bytes, footer, budget }: OpenTable,
  column: ParquetColumn,
  onValue: (row: number, value: number) => void,
  nameOf: (row: number) => string,
): void {
  if (!isNumeric(column)) throw wrongKind(column, 'numbers');
  readColumn<number>(bytes, footer, column, budget, {
    convert: (raw) => toNumbers(column, raw),
    onValue(row, value) {
      if (value === null || !Number.isFinite(Math.fround(value))) {
        throw new Error(
          `its column ${column.name} must hold finite numbers of 32 bits, ` +
            `got ${value} in ${nameOf(row)}`,
        );
      }
      onValue(row, value);
    },
  });
}

function wrongKind(column: ParquetColumn, expected: string): Error {
  return new Error(
    `its column ${column.name} must hold ${expected}, got ${describeColumn(column)}`,
  );
}
