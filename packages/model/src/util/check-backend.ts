import { backend } from '@tensorflow/tfjs-core';
import { ModelError } from '../model-error.ts';

/** Throws a ModelError `missing-backend`, with what to do, unless tfjs has a backend that runs. */
export function checkBackend(caller: string): void {
  try {
    backend();
  } catch (cause) {
    throw new ModelError(
      'missing-backend',
      `${caller}: tfjs has no backend that runs (${(cause as Error).message}); first import one, ` +
        "such as '@tensorflow/tfjs-backend-wasm', and `await chooseBackend()`",
      { cause },
    );
  }
}
