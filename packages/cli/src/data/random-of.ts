import { deriveSeed } from '@ser/model';

/** A generator of numbers in [0, 1) that are the same for a seed at every start. */
export function randomOf(seed: number): () => number {
  let drawn = 0;
  return () => deriveSeed(seed, drawn++) / 2 ** 32;
}
