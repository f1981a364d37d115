import { availableParallelism } from 'node:os';
import type { Table } from '@ser/experiment';
import { availableMemory } from '../data/available-memory.ts';

/** What a machine has. */
export interface Machine {
  /** Processors that this process may use. */
  processors: number;
  /** Bytes of memory that this process may use. */
  memory: number;
}

/** What a process needs before it has a table: Node, TensorFlow.js and their heaps. */
const PROCESS_BYTES = 400 * 2 ** 20;
/** How often a process holds the table while it trains: itself, standardised, and on the way. */
const TABLE_COPIES = 3;
/** The share of the memory that all jobs may take together. */
const MEMORY_SHARE = 3 / 4;

/** How many runs to train at a time. */
export interface JobCountOptions {
  /** As the user wants it. Default: as many as the processors, or as the memory holds. */
  wanted?: number | undefined;
  /** How many are to be trained. */
  runs: number;
  /** Which of the machine. Default: all of it. */
  machine?: Machine;
}

/** How many runs to train at a time, at least one. */
export function jobCount(
  { x }: Pick<Table, 'x'>,
  { wanted, runs, machine = thisMachine() }: JobCountOptions,
): number {
  const bytes = PROCESS_BYTES + TABLE_COPIES * x.byteLength;
  const held = Math.floor((MEMORY_SHARE * machine.memory) / bytes);
  const most = wanted ?? Math.min(machine.processors, held);
  return Math.max(1, Math.min(most, runs));
}

/**
 * Threads of the wasm backend for each job: so many jobs share those asked for, or the processors.
 *
 * @param threads of all jobs together. Default: as many as processors, but at most 4 a job
 */
export function threadsOfJob(
  jobs: number,
  threads: number | undefined,
  { processors }: Pick<Machine, 'processors'> = thisMachine(),
): number {
  const share = Math.max(1, Math.floor((threads ?? processors) / jobs));
  return threads === undefined ? Math.min(4, share) : share;
}

function thisMachine(): Machine {
  return { processors: availableParallelism(), memory: availableMemory() };
}
