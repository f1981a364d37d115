import type { Tf } from '../tfjs.ts';

const FLAG = 'WASM_HAS_MULTITHREAD_SUPPORT';

/**
 * Keeps the wasm backend of tfjs 4.22.0 from starting threads of its own, which it does in pages that are cross-origin
 * isolated. Their program is the source text of one of its functions; a minifier that renames what the function refers
 * to (Vite's does) breaks it, and the backend then waits forever. Our threads do the same work.
 *
 * Without effect when the backend has started, or when the flag `WASM_HAS_MULTITHREAD_SUPPORT` has been set.
 *
 * @returns a function that puts the flag back
 */
export function forgoTfjsThreads({ env }: Tf): () => void {
  const flags = env().getFlags();
  if (FLAG in flags) return () => {};
  env().set(FLAG, false);
  return () => {
    delete flags[FLAG];
  };
}
