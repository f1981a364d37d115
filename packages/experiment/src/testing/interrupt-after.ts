import type { Reporter } from '../reporter.ts';

/** The reason of an {@link interruptAfter}. */
export const INTERRUPTED: Error = new Error('interrupted');

/** A reporter that aborts its signal after the `n`th finished epoch of all runs that it watches. */
export function interruptAfter(n: number): { reporter: Reporter; signal: AbortSignal } {
  const controller = new AbortController();
  let epochs = 0;
  return {
    reporter({ kind }) {
      if (kind === 'epoch' && ++epochs === n) controller.abort(INTERRUPTED);
    },
    signal: controller.signal,
  };
}
