import type { TableSource } from '../table-source.ts';
import type { ParquetColumn } from './column.ts';
import type { RowGroup } from './footer.ts';
import type { ColumnChunk } from './read-column.ts';

/** Bytes between two chunks that are read rather than skipped. */
const MOST_GAP = 2 ** 16;
/** Bytes that are read at a time, unless a chunk has more. */
const MOST_SPAN = 2 ** 24;

/** The bytes of some columns of a group of rows, in the order of the file and in few reads. */
export async function* readChunks(
  source: TableSource,
  { rows, codecs, starts, ends }: RowGroup,
  columns: readonly ParquetColumn[],
): AsyncGenerator<{ column: ParquetColumn; chunk: ColumnChunk }, void, undefined> {
  const places = columns.map((column) => {
    const { name, position } = column;
    if (position >= starts.length) throw new Error(`it lacks the data of its column ${name}`);
    return { column, start: starts[position], end: ends[position], codec: codecs[position] };
  });
  places.sort((a, b) => a.start - b.start);
  for (let first = 0; first < places.length; ) {
    const { start } = places[first];
    let { end } = places[first];
    let next = first + 1;
    for (; next < places.length; next++) {
      const place = places[next];
      if (place.start - end > MOST_GAP || place.end - start > MOST_SPAN) break;
      end = Math.max(end, place.end);
    }
    const bytes = await source.read(start, end);
    for (const place of places.slice(first, next)) {
      const own = bytes.subarray(place.start - start, place.end - start);
      yield { column: place.column, chunk: { bytes: own, codec: place.codec, rows } };
    }
    first = next;
  }
}
