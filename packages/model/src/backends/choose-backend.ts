import { findBackendFactory } from '@tensorflow/tfjs-core';
import { ModelError } from '../model-error.ts';
import { CPU_IS_SLOW } from './cpu-is-slow.ts';
import { startBackend } from './start-backend.ts';

/** tfjs backends from fast to slow for the training of small models. */
export const BACKEND_ORDER = ['tensorflow', 'webgpu', 'wasm', 'webgl', 'cpu'] as const;

/** The backend that {@link chooseBackend} started. */
export interface ChosenBackend {
  backend: string;
  /** Why this one, in a sentence for people. Of cpu it says how slow it is to train on. */
  reason: string;
}

/**
 * Starts a tfjs backend: the preferred one, or else the first of {@link BACKEND_ORDER} that has
 * been imported and starts here. Import the backends' packages before the call.
 *
 * @param preferred The name of the backend to start. Default: none.
 * @throws {ModelError} `missing-backend` when the preferred one is not imported or does not start,
 *   or none does. Of a `.wasm` file that is not there it says what was asked for, what came, and
 *   what to do.
 */
export async function chooseBackend(preferred?: string): Promise<ChosenBackend> {
  if (preferred !== undefined) {
    const failure = await startBackend(preferred);
    if (failure)
      throw new ModelError(
        'missing-backend',
        `chooseBackend: ${failure}; imported: ${imported().join(', ') || 'none'}`,
      );
    return {
      backend: preferred,
      reason: [`${preferred} was asked for`, ...cost(preferred)].join('; '),
    };
  }
  const passedOver: string[] = [];
  for (const backend of BACKEND_ORDER) {
    const failure = await startBackend(backend);
    if (!failure) {
      return {
        backend,
        reason: [
          `${backend} is the fastest that starts here`,
          ...passedOver,
          ...cost(backend),
        ].join('; '),
      };
    }
    passedOver.push(failure);
  }
  throw new ModelError(
    'missing-backend',
    `chooseBackend: no backend starts: ${passedOver.join('; ')}; import one first, such as ` +
      "'@tensorflow/tfjs-backend-wasm'",
  );
}

/** What people should know of a backend. */
function cost(backend: string): string[] {
  return backend === 'cpu' ? [`it ${CPU_IS_SLOW}`] : [];
}

function imported(): string[] {
  return BACKEND_ORDER.filter((backend) => findBackendFactory(backend));
}
