import type { FileStore } from '@ser/model';
import { ExperimentError } from '../experiment-error.ts';
import { readParquet } from './read-parquet.ts';
import type { Table } from './table.ts';
import { writeParquet } from './write-parquet.ts';

/** Where extracted rows survive an interrupt. */
export interface TableCache {
  /** What was written last; undefined when there is nothing. */
  read(): Promise<Table | undefined>;
  /** Takes the place of what was written before. */
  write(table: Table): Promise<void>;
}

/** A table cache that is a Parquet file of a store. */
export function tableCache(store: FileStore, file: string): TableCache {
  return {
    async read() {
      const bytes = await store.read(file);
      if (!bytes) return undefined;
      try {
        return await readParquet(`${store.name}/${file}`, bytes);
      } catch (cause) {
        if (!ExperimentError.isInstance(cause)) throw cause;
        const message = `${cause.message}; remove it to extract all clips anew`;
        throw new ExperimentError(cause.code, message, { cause });
      }
    },
    write: (table) => store.write(file, writeParquet(table)),
  };
}
