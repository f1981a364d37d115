import { ExperimentError } from '../../experiment-error.ts';
import type { TableSource } from '../table-source.ts';

/** A source whose failures are told from those of what it holds. */
export class CheckedSource implements TableSource {
  readonly name: string;
  readonly size: number;
  readonly #source: TableSource;
  #failure: { error: unknown } | undefined;

  constructor(source: TableSource) {
    this.#source = source;
    this.name = source.name;
    this.size = source.size;
  }

  async read(start: number, end: number): Promise<Uint8Array> {
    try {
      const bytes = await this.#source.read(start, end);
      if (bytes.length === end - start) return bytes;
      throw new ExperimentError(
        'bad-table',
        `${this.name} must give ${end - start} bytes from ${start}, got ${bytes.length}: ` +
          'it has changed while it was read',
      );
    } catch (error) {
      this.#failure = { error };
      throw error;
    }
  }

  /** The error of a file that is no table, or the source's own where it could not be read. */
  errorOf(cause: unknown): unknown {
    if (this.#failure && this.#failure.error === cause) return cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    const message = `${this.name} must be a table of features, but ${why}`;
    return new ExperimentError('bad-table', message, { cause });
  }
}
