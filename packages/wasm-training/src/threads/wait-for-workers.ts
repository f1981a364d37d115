import { cells } from './job-cells.ts';

/** Milliseconds after which a worker that has not finished its chunk counts as failed. */
export const TIMEOUT = 30_000;
/** Milliseconds of one sleep, after which the timeout is looked at. */
const SLEEP = 1000;

/**
 * Blocks until all chunks are finished.
 *
 * @param control The cells.
 * @param timeout Milliseconds.
 * @param collect Called whenever chunks are finished, and at last when all are.
 * @returns False when a worker has not finished in time.
 */
export function waitForWorkers(
  control: Int32Array,
  chunks: number,
  timeout: number,
  collect: () => void,
): boolean {
  const deadline = performance.now() + timeout;
  let collected = -1;
  for (;;) {
    const done = Atomics.load(control, cells.done);
    if (done > collected) collect();
    collected = done;
    if (done >= chunks) return true;
    if (performance.now() > deadline) return false;
    if (mayBlock) Atomics.wait(control, cells.done, done, SLEEP);
  }
}

/** Whether this thread may sleep. The main thread of a page may not, and spins. */
const mayBlock: boolean = (() => {
  try {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0);
    return true;
  } catch {
    return false;
  }
})();
