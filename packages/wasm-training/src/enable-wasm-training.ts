import type { GradConfig, KernelConfig } from '@tensorflow/tfjs-core';
import { gradients } from './gradients/index.ts';
import { kernels } from './kernels/index.ts';
import { compile } from './native/compile.ts';
import type { Tf } from './tfjs.ts';
import { availableThreads } from './threads/available-threads.ts';
import { setThreads } from './threads/current-pool.ts';
import { disableTfjsThreads } from './threads/disable-tfjs-threads.ts';
import { WasmTrainingError } from './wasm-training-error.ts';

/** Options of {@link enableWasmTraining}. */
export interface WasmTrainingOptions {
  /**
   * Threads that share large convolutions, the caller's included. Results are the same bits with
   * any number. Default: those of the machine, 4 at most; 1 in a page that is not cross-origin
   * isolated, since its threads cannot share memory.
   */
  threads?: number;
}

/** Convolutions of the size of a classroom model do not use more. */
const MAX_DEFAULT_THREADS = 4;

// tfjs keeps one registry for all its copies in a realm, and so do we.
let disable: (() => void) | undefined;

/**
 * Makes every tfjs model train on the wasm backend: registers the gradient kernels that it lacks
 * and replaces those that are slow. Other backends keep what they have. Calling it again changes
 * nothing.
 *
 * @param tf `import * as tf from '@tensorflow/tfjs'`, or from `@tensorflow/tfjs-core`
 * @returns a function that puts everything back, and stops the threads
 * @throws {WasmTrainingError} `missing-backend` when `@tensorflow/tfjs-backend-wasm` has not been
 * imported before; `missing-gradients` when neither `@tensorflow/tfjs` nor
 * `@tensorflow/tfjs-layers` has (tfjs-core alone knows no gradients); `no-simd` when the engine has no WebAssembly SIMD;
 * `bad-argument` when `tf` is not tfjs or `threads` is not a whole number ≥ 1
 *
 * @example
 * import * as tf from '@tensorflow/tfjs';
 * import '@tensorflow/tfjs-backend-wasm';
 * import { enableWasmTraining } from '@ser/wasm-training';
 *
 * await tf.setBackend('wasm');
 * enableWasmTraining(tf);
 * await model.fit(x, y);
 */
export function enableWasmTraining(
  tf: Tf,
  { threads = Math.min(availableThreads(), MAX_DEFAULT_THREADS) }: WasmTrainingOptions = {},
): () => void {
  if (!(Number.isInteger(threads) && threads >= 1)) {
    throw new WasmTrainingError(
      'bad-argument',
      `enableWasmTraining: \`threads\` must be a whole number ≥ 1, got ${threads}`,
    );
  }
  // A default import of tfjs is undefined outside of Node.
  if (typeof tf?.getKernel !== 'function') {
    throw new WasmTrainingError(
      'bad-argument',
      "enableWasmTraining: `tf` must be tfjs, as in import * as tf from '@tensorflow/tfjs', " +
        `got ${typeof tf}`,
    );
  }
  if (disable) return disable;
  if (!tf.getKernel('Conv2D', 'wasm')) {
    throw new WasmTrainingError(
      'missing-backend',
      "enableWasmTraining: the backend 'wasm' must be imported before, got no kernel of it; " +
        "import '@tensorflow/tfjs-backend-wasm'",
    );
  }
  for (const kernelName of Object.keys(gradients)) {
    if (tf.getGradient(kernelName)) continue;
    throw new WasmTrainingError(
      'missing-gradients',
      `enableWasmTraining: tfjs' gradients must be registered before, got none for '${kernelName}'; ` +
        "import '@tensorflow/tfjs' or '@tensorflow/tfjs-layers'",
    );
  }
  compile({ shared: false });
  const undoKernels = Object.entries(kernels).map(([kernelName, make]) => {
    const original = tf.getKernel(kernelName, 'wasm');
    const kernelFunc = make(tf, original?.kernelFunc);
    return replaceKernel(tf, { ...original, kernelName, backendName: 'wasm', kernelFunc });
  });
  const undoGradients = Object.entries(gradients).map(([kernelName, make]) =>
    replaceGradient(tf, make(tf, tf.getGradient(kernelName))),
  );
  const undoFlag = disableTfjsThreads(tf);
  setThreads(Math.min(threads, availableThreads()));
  disable = () => {
    if (!disable) return;
    setThreads(1);
    for (const undo of [...undoKernels, ...undoGradients, undoFlag]) undo();
    disable = undefined;
  };
  return disable;
}

function replaceKernel(tf: Tf, config: KernelConfig): () => void {
  const { kernelName, backendName } = config;
  const original = tf.getKernel(kernelName, backendName);
  // tfjs warns of a kernel that is registered twice.
  if (original) tf.unregisterKernel(kernelName, backendName);
  tf.registerKernel(config);
  return () => {
    tf.unregisterKernel(kernelName, backendName);
    if (original) tf.registerKernel(original);
  };
}

function replaceGradient(tf: Tf, config: GradConfig): () => void {
  const original = tf.getGradient(config.kernelName);
  tf.unregisterGradient(config.kernelName);
  tf.registerGradient(config);
  return () => {
    tf.unregisterGradient(config.kernelName);
    tf.registerGradient(original);
  };
}
