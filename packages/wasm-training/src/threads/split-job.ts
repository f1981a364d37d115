import type { Job } from './job.ts';
import { MAX_CHUNKS } from './job-cells.ts';

/** A job in pieces: chunk i holds the units from `i * unitsPerChunk` on. */
export interface Chunks {
  count: number;
  unitsPerChunk: number;
}

/** Several, so that a thread which the system interrupts delays the others little. */
const CHUNKS_PER_THREAD = 4;

/** Splits a job into chunks that threads take one by one. The last chunk may hold fewer units. */
export function splitJob(
  { units, granularity }: Pick<Job, 'units' | 'granularity'>,
  threads: number,
): Chunks {
  const wanted = Math.min(threads * CHUNKS_PER_THREAD, MAX_CHUNKS);
  const unitsPerChunk = Math.ceil(units / wanted / granularity) * granularity;
  return { count: Math.ceil(units / unitsPerChunk), unitsPerChunk };
}
