// The backend on which the tests will run, from the environment. Tests find it when they are
// imported.
import '@tensorflow/tfjs-backend-cpu';
import { enableWasmTraining } from '@ser/wasm-training';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { setTestEnvs } from '@tensorflow/tfjs-core/dist/jasmine_util.js';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';

/** The name that tfjs puts into that of every test. */
export const ENVIRONMENT = 'suite';

const { SUITE_BACKEND = '', SUITE_WASM = '' } = process.env;
const backendName = SUITE_BACKEND === 'cpu' ? 'cpu' : 'wasm';
setWasmPaths(SUITE_WASM);
if (SUITE_BACKEND === 'wasm with ours') enableWasmTraining(tf, { threads: 1 });
if (!(await tf.setBackend(backendName))) throw new Error(`${backendName} does not start`);
setTestEnvs([{ name: ENVIRONMENT, backendName, isDataSync: true }]);

/** The names of the kernels that the backend has. */
export const kernelNames: string[] = tf
  .getKernelsForBackend(backendName)
  .map(({ kernelName }) => kernelName);
