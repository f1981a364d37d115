/** A linear congruential generator (Numerical Recipes): uniform in [0, 1). Goldens use it too. */
export function seeded(seed: number = 1): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
