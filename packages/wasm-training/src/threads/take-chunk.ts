import { cells } from './job-cells.ts';

/** Chunks that have been dealt and not taken. */
export function waitingChunks(control: Int32Array): number {
  return (Atomics.load(control, cells.dealt) - Atomics.load(control, cells.taken)) | 0;
}

/**
 * Takes a chunk that has been dealt.
 *
 * @param control The cells.
 * @returns Its place in the job; undefined when there is none to take.
 */
export function takeChunk(control: Int32Array): number | undefined {
  for (;;) {
    const next = Atomics.load(control, cells.taken);
    if (((Atomics.load(control, cells.dealt) - next) | 0) <= 0) return undefined;
    if (Atomics.compareExchange(control, cells.taken, next, next + 1) === next) {
      return (next - control[cells.firstChunk]) | 0;
    }
  }
}
