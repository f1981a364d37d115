import type { ExampleSource } from '@ser/model';

/** The numbers of a table's rows: all of them in memory, or read as they are needed. */
export type TableValues = Float32Array | ExampleSource;

/** Whether the rows of a table are read as they are needed. */
export function isRowSource(x: TableValues): x is ExampleSource {
  return typeof (x as ExampleSource).read === 'function';
}

/** The rows of a source at `indices`, in their order, as a source. */
export function selectSource(x: ExampleSource, indices: ArrayLike<number>): ExampleSource {
  const chosen = Int32Array.from(indices);
  return {
    length: chosen.length,
    size: x.size,
    read: (at, into) =>
      x.read(
        at.map((i) => chosen[i]),
        into,
      ),
  };
}
