import type { Budget } from '../parquet/budget.ts';
import type { ParquetColumn } from '../parquet/column.ts';
import type { Footer } from '../parquet/footer.ts';
import { readChunks } from '../parquet/read-chunks.ts';
import type { TableSource } from '../table-source.ts';
import { readNumbers } from './read-cells.ts';
import type { TableLayout } from './table-layout.ts';

/** Columns that are put into the lines together, as they lie in one line of the processor. */
const BLOCK = 16;
const FLOAT_BYTES = 4;

/** Reads the features of single groups of rows. */
export class GroupReader {
  readonly #source: TableSource;
  readonly #footer: Footer;
  readonly #features: readonly ParquetColumn[];
  /** Of each column in a line. */
  readonly #places: ReadonlyMap<string, number>;
  readonly #nameOf: (line: number) => string;
  /** The line with which each group begins. */
  readonly #firsts: Float64Array;

  /** @param nameOf what a line of the file is called in messages */
  constructor(
    source: TableSource,
    footer: Footer,
    { features, names }: TableLayout,
    nameOf: (line: number) => string,
  ) {
    this.#source = source;
    this.#footer = footer;
    this.#features = features;
    this.#places = new Map(names.map((name, j) => [name, j]));
    this.#nameOf = nameOf;
    this.#firsts = new Float64Array(footer.groups.length);
    footer.groups.reduce((first, { rows }, g) => {
      this.#firsts[g] = first;
      return first + rows;
    }, 0);
  }

  /** Bytes of a group in the file. */
  bytesOf(g: number): number {
    const { starts, ends } = this.#footer.groups[g];
    return ends.reduce((sum, end, i) => sum + end - starts[i], 0);
  }

  /** Puts the lines of a group into `into`, from `offset`. */
  async read(g: number, budget: Budget, into: Float32Array, offset: number): Promise<void> {
    const group = this.#footer.groups[g];
    const width = this.#features.length;
    const nameOf = (line: number): string => this.#nameOf(this.#firsts[g] + line);
    const most = Math.min(BLOCK, width);
    budget.spend(most * group.rows * FLOAT_BYTES);
    const block = Array.from({ length: most }, () => new Float32Array(group.rows));
    const places: number[] = [];
    const putBlock = (): void => {
      for (let i = 0, at = offset; i < group.rows; i++, at += width) {
        for (let k = 0; k < places.length; k++) into[at + places[k]] = block[k][i];
      }
      places.length = 0;
    };
    for await (const { column, chunk } of readChunks(this.#source, group, this.#features)) {
      readNumbers(chunk, column, budget, block[places.length], nameOf);
      places.push(this.#places.get(column.name) ?? 0);
      if (places.length === most) putBlock();
    }
    putBlock();
  }
}
