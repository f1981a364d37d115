import type { Job } from './job.ts';
import { MAX_CHUNKS } from './job-cells.ts';

/** A job in pieces: chunk i holds the units from `i * unitsPerChunk` on. */
export interface Chunks {
  count: number;
  unitsPerChunk: number;
}

/**
 * Several, so that a thread which the system interrupts delays the others little, and that threads
 * end at about the same time.
 */
const CHUNKS_PER_THREAD = 8;

/** Splits a job into chunks that threads take one by one. The last chunk may hold fewer units. */
export function splitJob({ units }: Pick<Job, 'units'>, threads: number): Chunks {
  const wanted = Math.min(threads * CHUNKS_PER_THREAD, MAX_CHUNKS);
  const unitsPerChunk = Math.ceil(units / wanted);
  return { count: Math.ceil(units / unitsPerChunk), unitsPerChunk };
}
