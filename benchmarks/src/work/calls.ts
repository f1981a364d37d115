import type { Side } from './work.ts';

/**
 * Calls of a function.
 *
 * @param run Does the work `count` times: what is too short for the clock repeats itself.
 */
export function calls(run: () => unknown, count = 1): Side {
  return async (budget) => {
    let shortest = Number.POSITIVE_INFINITY;
    const end = performance.now() + budget;
    let now: number;
    do {
      const start = performance.now();
      const result = run();
      if (result instanceof Promise) await result;
      now = performance.now();
      shortest = Math.min(shortest, now - start);
    } while (now < end);
    return shortest / count;
  };
}
