import type * as NodeWorkers from 'node:worker_threads';
import { nodeBuiltin } from './node-builtin.ts';
import { type WorkerData, workerSource } from './worker-source.ts';

/** A running worker, of Node or of the browser. */
export interface RunningWorker {
  terminate(): void;
}

/**
 * Starts a worker. It keeps no process alive.
 *
 * @param onError Called when it fails.
 */
export function spawnWorker(data: WorkerData, onError: () => void): RunningWorker {
  const threads = nodeBuiltin<typeof NodeWorkers>('node:worker_threads');
  if (threads) {
    const worker = new threads.Worker(workerSource, { eval: true, workerData: data });
    worker.on('error', onError);
    worker.unref();
    return { terminate: () => void worker.terminate() };
  }
  const url = URL.createObjectURL(new Blob([workerSource], { type: 'text/javascript' }));
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
