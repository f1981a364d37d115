import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** The numbers 0 … n-1 in an order that the seed determines (Fisher–Yates). */
export function shuffledIndices(n: number, seed: number): Uint32Array {
  const generator = xoroshiro128plus(seed);
  const indices = Uint32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = uniformInt(generator, 0, i);
    const swapped = indices[i];
    indices[i] = indices[j];
    indices[j] = swapped;
  }
  return indices;
}
