import type { DctType } from '../../util/dct-matrix.ts';

/**
 * The first `columns` columns of the inverse of `dctMatrix(size, size, type, norm)`:
 * `[size, columns]`, row-major, as of `scipy.fft.idct`.
 */
export function inverseDct(
  size: number,
  columns: number,
  type: DctType,
  norm: 'ortho' | null,
): Float64Array {
  const element = ELEMENTS[type];
  return Float64Array.from({ length: size * columns }, (_, i) =>
    element(Math.floor(i / columns), i % columns, size, norm === 'ortho'),
  );
}

type Element = (n: number, k: number, size: number, ortho: boolean) => number;

// The inverse of type 2 is type 3 and the other way round; type 1 is its own.
const ELEMENTS: Record<DctType, Element> = {
  1: (n, k, size, ortho) => {
    const last = size - 1;
    const edge = (i: number): boolean => i === 0 || i === last;
    const cosine = Math.cos((Math.PI * n * k) / last) * (edge(k) ? 1 : 2);
    if (!ortho) return cosine / (2 * last);
    return (cosine * (edge(k) ? Math.SQRT2 : 1)) / (edge(n) ? Math.SQRT2 : 1) / Math.sqrt(2 * last);
  },
  2: (n, k, size, ortho) => {
    const cosine = Math.cos((Math.PI * k * (2 * n + 1)) / (2 * size)) * (k === 0 ? 1 : 2);
    return ortho
      ? (cosine * (k === 0 ? Math.SQRT2 : 1)) / Math.sqrt(2 * size)
      : cosine / (2 * size);
  },
  3: (n, k, size, ortho) => {
    const cosine = 2 * Math.cos((Math.PI * n * (2 * k + 1)) / (2 * size));
    return ortho ? cosine * Math.sqrt(1 / ((n === 0 ? 4 : 2) * size)) : cosine / (2 * size);
  },
};
