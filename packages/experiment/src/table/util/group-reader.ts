import type { Budget } from '../parquet/budget.ts';
import type { ParquetColumn } from '../parquet/column.ts';
import type { Footer } from '../parquet/footer.ts';
import { readChunks } from '../parquet/read-chunks.ts';
import type { TableSource } from '../table-source.ts';
import { readNumbers } from './read-cells.ts';
import type { TableLayout } from './table-layout.ts';

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
    const stride = this.#features.length;
    const nameOf = (line: number): string => this.#nameOf(this.#firsts[g] + line);
    const chunks = readChunks(this.#source, this.#footer.groups[g], this.#features);
    for await (const { column, chunk } of chunks) {
      const place = { into, offset: offset + (this.#places.get(column.name) ?? 0), stride };
      readNumbers(chunk, column, budget, place, nameOf);
    }
  }
}
