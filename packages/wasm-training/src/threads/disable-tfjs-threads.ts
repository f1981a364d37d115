import type { Tf } from '../tfjs.ts';

const FLAG = 'WASM_HAS_MULTITHREAD_SUPPORT';

/**
 * Keeps the wasm backend of tfjs 4.22.0 from starting threads of its own. It starts them in pages
 * that are cross-origin isolated. Their program is the source text of one of its functions. A
 * minifier that renames what the function refers to breaks that text (Vite's does), and the backend
 * then waits forever. Our threads do the same work.
 *
 * It has no effect when the backend has started, or when the flag `WASM_HAS_MULTITHREAD_SUPPORT`
 * has been set.
 *
 * @returns A function that puts the flag back.
 */
export function disableTfjsThreads({ env }: Tf): () => void {
  const flags = env().getFlags();
  if (FLAG in flags) return () => {};
  env().set(FLAG, false);
  return () => {
    delete flags[FLAG];
  };
}
