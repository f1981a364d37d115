import { totalmem } from 'node:os';

/** Bytes of memory that this process may use: a container may have less than its machine. */
export function availableMemory(): number {
  // 0, or beyond the machine, where there is no limit.
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}
