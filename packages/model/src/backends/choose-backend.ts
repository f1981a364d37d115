import { findBackendFactory, setBackend } from '@tensorflow/tfjs-core';
import { ModelError } from '../model-error.ts';

/** tfjs backends from fast to slow for the training of small models. */
export const BACKEND_ORDER = ['tensorflow', 'webgpu', 'wasm', 'webgl', 'cpu'] as const;

/** The backend that {@link chooseBackend} started. */
export interface ChosenBackend {
  backend: string;
  /** Why this one, in a sentence for people. */
  reason: string;
}

/**
 * Starts a tfjs backend: the preferred one, or else the first of {@link BACKEND_ORDER} that has
 * been imported and starts here. Import the backends' packages before the call.
 *
 * @param preferred The name of the backend to start. Default: none.
 * @throws {ModelError} `missing-backend` when the preferred one is not imported or does not start,
 *   or none does.
 */
export async function chooseBackend(preferred?: string): Promise<ChosenBackend> {
  if (preferred !== undefined) {
    const failure = await start(preferred);
    if (failure)
      throw new ModelError(
        'missing-backend',
        `chooseBackend: ${failure}; imported: ${imported().join(', ') || 'none'}`,
      );
    return { backend: preferred, reason: `${preferred} was asked for` };
  }
  const passedOver: string[] = [];
  for (const backend of BACKEND_ORDER) {
    const failure = await start(backend);
    if (!failure) {
      return {
        backend,
        reason: [`${backend} is the fastest that starts here`, ...passedOver].join('; '),
      };
    }
    passedOver.push(failure);
  }
  throw new ModelError(
    'missing-backend',
    `chooseBackend: no backend starts: ${passedOver.join('; ')}`,
  );
}

function imported(): string[] {
  return BACKEND_ORDER.filter((backend) => findBackendFactory(backend));
}

/** Starts one backend. Where that fails, it returns why. */
async function start(backend: string): Promise<string | undefined> {
  if (!findBackendFactory(backend)) return `${backend} is not imported`;
  try {
    return (await setBackend(backend)) ? undefined : `${backend} does not start`;
  } catch (error) {
    return `${backend} does not start (${(error as Error).message})`;
  }
}
