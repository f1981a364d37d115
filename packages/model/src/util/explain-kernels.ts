import { getKernel } from '@tensorflow/tfjs-core';
import { ModelError } from '../model-error.ts';
import { FUSED_KERNEL } from './adam-step.ts';

/** tfjs 4.22.0 on a kernel that a backend does not have. */
const NO_KERNEL = /^Kernel '(.+)' not registered for (?:the )?backend '(.+)'/;
/** tfjs 4.22.0 on an operation without a gradient. */
const NO_GRADIENT = /gradient function not found for (.+?)\.?$/;

/**
 * Runs work on a backend. What tfjs says of a kernel that is missing becomes an error that says
 * what to do.
 *
 * @throws {ModelError} `missing-kernel`; all else that `work` throws.
 */
export async function explainKernels<T>(caller: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw explained(caller, error);
  }
}

function explained(caller: string, error: unknown): unknown {
  if (!(error instanceof Error) || ModelError.isInstance(error)) return error;
  const [, kernel, backend] = NO_KERNEL.exec(error.message) ?? [];
  const [, gradient] = NO_GRADIENT.exec(error.message) ?? [];
  const missing = kernel
    ? `the backend ${backend} lacks the kernel ${kernel}; ${remedy(backend)}`
    : gradient && `tfjs has no gradient of ${gradient}; use another layer, or one that is frozen`;
  if (!missing) return error;
  return new ModelError('missing-kernel', `${caller}: ${missing}`, { cause: error });
}

function remedy(backend: string): string {
  const hasWasmTraining = getKernel(FUSED_KERNEL, backend) !== undefined;
  return backend === 'wasm' && !hasWasmTraining
    ? "import { enableWasmTraining } from '@ser/wasm-training' and call enableWasmTraining(tf) first"
    : "use another layer or another backend, such as cpu of '@tensorflow/tfjs-backend-cpu'";
}
