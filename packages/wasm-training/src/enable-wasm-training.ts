import type { OptionNames } from '@ser/internal';
import { gradients } from './gradients/index.ts';
import { kernels } from './kernels/index.ts';
import { layers } from './layers/index.ts';
import { replaceMethods } from './layers/util/replace-methods.ts';
import { compile } from './native/compile.ts';
import type { Tf } from './tfjs.ts';
import { availableThreads } from './threads/available-threads.ts';
import { setThreads } from './threads/current-pool.ts';
import { disableTfjsThreads } from './threads/disable-tfjs-threads.ts';
import { checkInteger, checkTfjs } from './util/check-arguments.ts';
import { checkOptions } from './util/check-options.ts';
import { checkBackend, checkGradients } from './util/check-registry.ts';
import { registerChainedOps } from './util/register-chained-ops.ts';
import { replaceGradient } from './util/replace-gradient.ts';
import { replaceKernel } from './util/replace-kernel.ts';

/** The options of `enableWasmTraining`. */
export interface WasmTrainingOptions {
  /**
   * Threads that share large convolutions, the caller's included. Results are the same bits with
   * any number. More than the machine has are not started, and a page that is not cross-origin
   * isolated has one, since its threads cannot share memory. Default 4.
   */
  threads?: number;
}

const OPTIONS: OptionNames<WasmTrainingOptions> = { threads: true };

/** Convolutions of the size of a classroom model do not use more. */
const DEFAULT_THREADS = 4;

// tfjs keeps one registry for all its copies in a realm, and so do we.
let disable: (() => void) | undefined;
// But its classes register themselves with one copy alone.
const replacedMethods = new Map<object, () => void>();

/**
 * Makes every tfjs model train on the wasm backend: registers the gradient kernels that it lacks
 * and replaces those that are slow; layers of tfjs-layers, imported before or later, train in fewer
 * kernels, recurrent ones in one for all their steps. Other backends keep what they have. Calling it
 * again changes nothing, but that it finds the layers which stand on another copy of tfjs-core.
 *
 * @param tf `import * as tf from '@tensorflow/tfjs'`, or from `@tensorflow/tfjs-core`.
 * @returns A function that puts everything back, and stops the threads.
 * @throws {WasmTrainingError} `missing-backend` when `@tensorflow/tfjs-backend-wasm` has not been
 *   imported before; `missing-gradients` when neither `@tensorflow/tfjs` nor
 *   `@tensorflow/tfjs-layers` has (tfjs-core alone knows no gradients); `no-simd` when the engine
 *   has no WebAssembly SIMD; `bad-argument` when `tf` is not tfjs or `threads` is not a whole
 *   number ≥ 1, or another option is given.
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
export function enableWasmTraining(tf: Tf, options: WasmTrainingOptions = {}): () => void {
  checkOptions('enableWasmTraining', options, OPTIONS);
  const { threads = DEFAULT_THREADS } = options;
  checkInteger('enableWasmTraining', 'threads', threads, 1);
  checkTfjs('enableWasmTraining', 'tf', tf);
  if (disable) {
    replaceMethodsOf(tf);
    return disable;
  }
  checkBackend('enableWasmTraining', 'tf', tf);
  checkGradients('enableWasmTraining', 'tf', tf, Object.keys(gradients));
  // Throws before anything is registered.
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
  const undoChainedOps = registerChainedOps(tf);
  replaceMethodsOf(tf);
  setThreads(Math.min(threads, availableThreads()));
  disable = () => {
    if (!disable) return;
    setThreads(1);
    const undoMethods = [...replacedMethods.values()];
    const undos = [undoMethods, undoKernels, undoGradients, undoFlag, undoChainedOps].flat();
    for (const undo of undos) undo();
    replacedMethods.clear();
    disable = undefined;
  };
  return disable;
}

function replaceMethodsOf(tf: Tf): void {
  const registry = tf.serialization.SerializationMap;
  if (!replacedMethods.has(registry)) replacedMethods.set(registry, replaceMethods(tf, layers));
}
