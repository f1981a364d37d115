import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { chooseBackend } from '@ser/model';
import { enableWasmTraining } from '@ser/wasm-training';
import * as tf from '@tensorflow/tfjs-core';

/** Backends that the command line brings along. */
export const BACKENDS = ['wasm', 'cpu'] as const;
export type BackendName = (typeof BACKENDS)[number];

/** Whether the command line brings a backend along. */
export function isBackend(name: string): name is BackendName {
  return BACKENDS.some((backend) => backend === name);
}

/**
 * Starts a tfjs backend that can train.
 *
 * @param threads of the wasm backend's large convolutions. Default: the machine's, at most 4.
 */
export async function startBackend(backend: BackendName, threads?: number): Promise<void> {
  // Silences tfjs' advice to install its native backend, and its checks of every tensor.
  tf.enableProdMode();
  enableWasmTraining(tf, threads === undefined ? {} : { threads });
  await chooseBackend(backend);
}
