import '@tensorflow/tfjs-backend-wasm';
import { type Plan, readParquet, run } from '@ser/experiment';
import { chooseBackend, type MemoryStore, memoryStore } from '@ser/model';
import { enableWasmTraining } from '@ser/wasm-training';
import * as tf from '@tensorflow/tfjs-core';

/** Trains a plan in Node, on one thread. @returns The files of the run. */
export async function trainInNode(plan: Plan, table: Uint8Array): Promise<MemoryStore> {
  const disable = enableWasmTraining(tf, { threads: 1 });
  try {
    await chooseBackend('wasm');
    const store = memoryStore();
    await run(plan, await readParquet('table.parquet', table), { store });
    return store;
  } finally {
    disable();
  }
}
