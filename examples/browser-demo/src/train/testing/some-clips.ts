import { readParquet, selectRows, writeParquet } from '@ser/experiment';
import { readSummary162 } from '@ser/ravdess-data/node';

/** Every so many clips of the embedded table. */
const EVERY = 48;

/** A table of some clips, as a Parquet file. */
export async function someClips(): Promise<Uint8Array> {
  const table = await readParquet('embedded', await readSummary162());
  const originals = table.rows.flatMap(({ variant }, i) => (variant === 'original' ? [i] : []));
  return writeParquet(
    selectRows(
      table,
      originals.filter((_, i) => i % EVERY === 0),
    ),
  );
}
