import { nodeBuiltin } from './node-builtin.ts';

/**
 * Threads that a machine offers; 1 where memory cannot be shared, as in a page that is not
 * cross-origin isolated.
 */
export function availableThreads(): number {
  if (typeof SharedArrayBuffer === 'undefined') return 1;
  const os = nodeBuiltin<{ availableParallelism(): number }>('node:os');
  return os?.availableParallelism() ?? globalThis.navigator?.hardwareConcurrency ?? 1;
}
