import { type ColumnLayout, columnStart, LANES } from './column-layout.ts';

/** A vector of which no more than this share is new depends on those before it. */
const LEAST_NEW = 1e-10;

/**
 * Makes vectors orthonormal in their place by the modified method of Gram and Schmidt, twice, which
 * is enough for doubles. Vectors that depend on those before them are left out.
 *
 * @param vectors See {@link ColumnLayout}; those that are left go first, the others become 0.
 * @returns How many are left.
 */
export function orthonormalise(vectors: Float64Array, layout: ColumnLayout): number {
  const { columns, features } = layout;
  const starts = Array.from({ length: columns }, (_, c) => columnStart(layout, c));
  const dot = (a: number, b: number): number => {
    let sum = 0;
    for (let j = 0; j < features; j++) {
      sum += vectors[starts[a] + j * LANES] * vectors[starts[b] + j * LANES];
    }
    return sum;
  };
  let width = 0;
  for (let c = 0; c < columns; c++) {
    const before = Math.sqrt(dot(c, c));
    for (let pass = 0; pass < 2; pass++) {
      for (let k = 0; k < width; k++) {
        const share = dot(k, c);
        for (let j = 0; j < features; j++) {
          vectors[starts[c] + j * LANES] -= share * vectors[starts[k] + j * LANES];
        }
      }
    }
    const length = Math.sqrt(dot(c, c));
    const isNew = length > LEAST_NEW * before;
    for (let j = 0; j < features; j++) {
      const value = vectors[starts[c] + j * LANES];
      vectors[starts[c] + j * LANES] = 0;
      if (isNew) vectors[starts[width] + j * LANES] = value / length;
    }
    if (isNew) width++;
  }
  return width;
}
