// For workers of pages and for Node alike, so that both can be held against each other.
import { chooseBackend, type FileStore, indexedDbStore } from '@ser/model';
import { fetchSummary162 } from '@ser/ravdess-data';
import { enableWasmTraining } from '@ser/wasm-training';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import type { Plan } from '../plan/plan.ts';
import type { ExperimentEvent } from '../reporter.ts';
import { run } from '../run/run.ts';
import type { RunSummary } from '../run/run-result.ts';
import { readParquet } from '../table/read-parquet.ts';
import { interruptAfter } from './interrupt-after.ts';

/** What a worker is asked to train. */
export interface WorkerTask {
  plan: Plan;
  /** The address of the table. */
  table: string;
  /** The address of the wasm backend's files. */
  wasmPath: string;
  /** The name of the database that keeps the run. */
  database: string;
  /** Epochs after which it is interrupted. Default: none. */
  interruptAfter?: number;
}

/** What a worker posts to its page. */
export type WorkerMessage =
  | { event: ExperimentEvent }
  | { summary: RunSummary }
  | { interrupted: true }
  | { error: string };

/** Trains on the table's bytes with one thread of WebAssembly. */
export async function trainBaseline(
  plan: Plan,
  bytes: Uint8Array,
  ports: Parameters<typeof run>[2],
): Promise<RunSummary> {
  const disable = enableWasmTraining(tf, { threads: 1 });
  await chooseBackend('wasm');
  try {
    const table = await readParquet('table.parquet', bytes);
    return (await run(plan, table, ports)).summary;
  } finally {
    disable();
  }
}

/** What a worker does with a task: trains, and posts events and the end of it. */
export async function work(
  {
    plan,
    table,
    wasmPath,
    database,
    interruptAfter: epochs = Number.POSITIVE_INFINITY,
  }: WorkerTask,
  post: (message: WorkerMessage) => void,
): Promise<void> {
  setWasmPaths(wasmPath);
  const { reporter, signal } = interruptAfter(epochs);
  const ports = {
    store: indexedDbStore(database),
    signal,
    reporter(event: ExperimentEvent) {
      post({ event });
      reporter(event);
    },
  };
  try {
    post({ summary: await trainBaseline(plan, await fetchSummary162({ url: table }), ports) });
  } catch (error) {
    post(signal.aborted ? { interrupted: true } : { error: String(error) });
  }
}

/** The SHA-256 and the number of the bytes of a file in a database, in hexadecimal. */
export async function digestOf(database: string, file: string): Promise<[string, number]> {
  const store: FileStore = indexedDbStore(database);
  const bytes = (await store.read(file)) ?? new Uint8Array();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''), bytes.length];
}
