import { hideProgress, print } from './progress.ts';

/** Why a task ended early: the user pressed Ctrl-C. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';

  constructor() {
    super('interrupted');
  }

  /** Like `instanceof`, and true across two copies of this package. */
  static isInstance(error: unknown): error is Interrupted {
    return error instanceof Error && error.name === 'Interrupted';
  }
}

/**
 * Runs a task with a signal that the first Ctrl-C (or SIGTERM) aborts, so that it can save what it
 * has. The second one ends the process at once.
 */
export async function withInterrupt<T>(task: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const onSignal = () => {
    if (controller.signal.aborted) {
      hideProgress();
      process.exit(130);
    }
    print('Stopping after this step; press Ctrl-C again to stop at once.');
    controller.abort(new Interrupted());
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  try {
    return await task(controller.signal);
  } finally {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}
