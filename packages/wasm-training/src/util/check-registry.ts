import type { Tf } from '../tfjs.ts';
import { WasmTrainingError } from '../wasm-training-error.ts';

/** @throws {WasmTrainingError} `missing-backend` when `tf` knows no kernel of the wasm backend. */
export function checkBackend(caller: string, name: string, tf: Tf): void {
  if (tf.getKernel('Conv2D', 'wasm')) return;
  throw new WasmTrainingError(
    'missing-backend',
    `${caller}: \`${name}\` must know the backend 'wasm', got no kernel of it; ` +
      "import '@tensorflow/tfjs-backend-wasm' before, beside the same copy of tfjs-core",
  );
}

/** @throws {WasmTrainingError} `missing-gradients` when `tf` lacks the gradient of a kernel. */
export function checkGradients(caller: string, name: string, tf: Tf, kernelNames: string[]): void {
  const missing = kernelNames.find((kernelName) => !tf.getGradient(kernelName));
  if (missing === undefined) return;
  throw new WasmTrainingError(
    'missing-gradients',
    `${caller}: \`${name}\` must know the gradients of tfjs, got none for '${missing}'; ` +
      "import '@tensorflow/tfjs' or '@tensorflow/tfjs-layers' before",
  );
}
