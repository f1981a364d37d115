// The backend on which the tests will run, from the environment. Tests find it when they are imported.
import '@tensorflow/tfjs-backend-cpu';
import { enableWasmTraining } from '@ser/wasm-training';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { setTestEnvs } from '@tensorflow/tfjs-core/dist/jasmine_util.js';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';

const { SUITE_BACKEND = 'cpu', SUITE_WASM = '' } = process.env;
const backendName = SUITE_BACKEND === 'cpu' ? 'cpu' : 'wasm';
setWasmPaths(SUITE_WASM);
if (SUITE_BACKEND === 'ours') enableWasmTraining(tf, { threads: 1 });
// The name is part of each test's.
setTestEnvs([{ name: 'suite', backendName, isDataSync: true }]);
