import { seeded } from '@ser/testing';

/** Values of a tensor outside any backend. */
export interface Values {
  shape: number[];
  data: Float32Array;
}

/** 2³² divided by the golden ratio: seeds that follow each other get states far apart. */
const SEED_STRIDE = 2654435761;
const SEED_OFFSET = 12345;

/** Seeded values in [-1, 1). */
export function values(shape: number[], seed: number): Values {
  const random = seeded((seed * SEED_STRIDE + SEED_OFFSET) >>> 0);
  const size = shape.reduce((a, b) => a * b, 1);
  const data = new Float32Array(size);
  for (let i = 0; i < size; i++) data[i] = 2 * random() - 1;
  return { shape, data };
}
