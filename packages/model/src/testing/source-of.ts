import { takeRows } from '../preprocessing/take-rows.ts';
import type { ExampleSource } from '../training/example-source.ts';

/** A source that counts what it reads. */
export interface CountingSource extends ExampleSource {
  /** Indices of each call, in their order. */
  readonly reads: number[][];
}

/** The rows of an array as a source: at once, or in a later task. */
export function sourceOf(x: Float32Array, size: number, isLater: boolean = true): CountingSource {
  const reads: number[][] = [];
  const fill = (indices: Int32Array, into: Float32Array): void => {
    into.set(takeRows(x, size, indices));
  };
  return {
    length: x.length / size,
    size,
    reads,
    read(indices, into) {
      reads.push([...indices]);
      if (!isLater) return fill(indices, into);
      return new Promise((resolve) => {
        setTimeout(() => {
          fill(indices, into);
          resolve();
        });
      });
    },
  };
}
