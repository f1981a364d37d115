import type { ExampleSource } from '@ser/model';
import { wrongUsage } from '../console/cli-error.ts';
import { parseSize } from '../console/parse-size.ts';
import { availableMemory } from './available-memory.ts';
import { createRowFile, type RowFile, type RowFileWriter } from './row-file.ts';

/** The share of the machine's memory that the numbers of tables may take. */
const SHARE = 1 / 4;

/**
 * How much memory the tables of a command may take, and where the rows of those go that are larger:
 * into files of a folder, which are gone once it is closed.
 */
export class TableMemory {
  readonly #folder: string;
  readonly #files: RowFile[] = [];
  #left: number;

  /**
   * @param folder Where files may be put.
   * @param budget In bytes.
   */
  constructor(folder: string, budget: number) {
    this.#folder = folder;
    this.#left = budget;
  }

  /** Whether so many bytes are left; then they are counted as taken. */
  take(bytes: number): boolean {
    if (bytes > this.#left) return false;
    this.#left -= bytes;
    return true;
  }

  /**
   * Puts rows into a file.
   *
   * @param rows How many there will be, and how many numbers each has.
   * @param parts Whole rows, in their order.
   * @throws CliError `unwritable-path`; what `parts` throws
   */
  async unpack(
    rows: Pick<ExampleSource, 'length' | 'size'>,
    parts: AsyncIterable<Float32Array>,
  ): Promise<ExampleSource> {
    const writer = await createRowFile(this.#folder, rows);
    const file = await fill(writer, parts);
    this.#files.push(file);
    return file;
  }

  /** Gives all space back. */
  async close(): Promise<void> {
    for (const file of this.#files.splice(0)) await file.close();
  }
}

async function fill(writer: RowFileWriter, parts: AsyncIterable<Float32Array>): Promise<RowFile> {
  try {
    for await (const part of parts) await writer.add(part);
    return writer.finish();
  } catch (error) {
    await writer.discard();
    throw error;
  }
}

/**
 * What tables may take, in bytes.
 *
 * @param text Such as `500M` or `2G`; bytes without a unit. Default: a quarter of the memory that
 *   the machine has, or that the process may use.
 * @throws CliError `wrong-usage` for what is no amount
 */
export function tableBudget(text: string | undefined): number {
  if (text === undefined || text === '') return SHARE * availableMemory();
  const bytes = parseSize(text);
  if (bytes !== undefined) return bytes;
  throw wrongUsage(`$SER_TABLE_MEMORY must be an amount of memory such as 500M or 2G, got ${text}`);
}
