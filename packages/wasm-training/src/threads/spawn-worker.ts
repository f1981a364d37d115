import type * as NodeWorkers from 'node:worker_threads';
import { type HelperData, helperSource } from './worker-source.ts';

/** A running helper. */
export interface Helper {
  terminate(): void;
}

type Builtins = { getBuiltinModule?(name: string): unknown };

// Not an import: browsers and their bundlers have no such module.
function nodeBuiltin<T>(name: string): T | undefined {
  const { process } = globalThis as { process?: Builtins };
  return process?.getBuiltinModule?.(name) as T | undefined;
}

/**
 * Threads that a machine offers; 1 where memory cannot be shared, as in a page that is not
 * cross-origin isolated.
 */
export function availableThreads(): number {
  if (typeof SharedArrayBuffer === 'undefined') return 1;
  const os = nodeBuiltin<{ availableParallelism(): number }>('node:os');
  return os?.availableParallelism() ?? globalThis.navigator?.hardwareConcurrency ?? 1;
}

/** Starts a helper. It keeps no process alive. @param onError called when it fails */
export function spawnHelper(data: HelperData, onError: () => void): Helper {
  const threads = nodeBuiltin<typeof NodeWorkers>('node:worker_threads');
  if (threads) {
    const worker = new threads.Worker(helperSource, { eval: true, workerData: data });
    worker.on('error', onError);
    worker.unref();
    return { terminate: () => void worker.terminate() };
  }
  const url = URL.createObjectURL(new Blob([helperSource], { type: 'text/javascript' }));
  const worker = new Worker(url);
  worker.onerror = onError;
  worker.postMessage(data);
  return {
    terminate: () => {
      worker.terminate();
      URL.revokeObjectURL(url);
    },
  };
}
