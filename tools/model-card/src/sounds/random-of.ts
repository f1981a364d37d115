import { createHash } from 'node:crypto';
import { deriveSeed } from '@ser/model';

/** Numbers in [0, 1) for a file of `ser augment` with seed 0: it has the same noise there. */
export function randomOf(file: string): () => number {
  const seed = createHash('sha256').update(`0/${file}`).digest().readUInt32LE(0);
  let drawn = 0;
  return () => deriveSeed(seed, drawn++) / 2 ** 32;
}
