import { cached } from './cached.ts';

/** A type of the discrete cosine transform, as scipy numbers them. */
export type DctType = 1 | 2 | 3;

const cache = new Map<string, Float64Array>();

/**
 * The first `rows` rows of the DCT matrix for `size` inputs, `[rows, size]` row-major, as of
 * `scipy.fft.dct`, scaled by `ortho` or not. It is cached.
 */
export function dctMatrix(
  rows: number,
  size: number,
  type: DctType,
  norm: 'ortho' | null,
): Float64Array {
  const key = `${rows},${size},${type},${norm}`;
  return cached(cache, 16, key, () => {
    const element = ELEMENTS[type];
    return Float64Array.from({ length: rows * size }, (_, i) =>
      element(Math.floor(i / size), i % size, size, norm === 'ortho'),
    );
  });
}

type Element = (k: number, n: number, size: number, ortho: boolean) => number;

const ELEMENTS: Record<DctType, Element> = {
  1: (k, n, size, ortho) => {
    const last = size - 1;
    const edge = (i: number): boolean => i === 0 || i === last;
    const cosine = Math.cos((Math.PI * k * n) / last) * (edge(n) ? 1 : 2);
    if (!ortho) return cosine;
    return (cosine * (edge(n) ? Math.SQRT2 : 1)) / (edge(k) ? Math.SQRT2 : 1) / Math.sqrt(2 * last);
  },
  2: (k, n, size, ortho) => {
    const cosine = 2 * Math.cos((Math.PI * k * (2 * n + 1)) / (2 * size));
    return ortho ? cosine * Math.sqrt(1 / ((k === 0 ? 4 : 2) * size)) : cosine;
  },
  3: (k, n, size, ortho) => {
    const cosine = Math.cos((Math.PI * n * (2 * k + 1)) / (2 * size)) * (n === 0 ? 1 : 2);
    return ortho ? (cosine * (n === 0 ? Math.SQRT2 : 1)) / Math.sqrt(2 * size) : cosine;
  },
};
