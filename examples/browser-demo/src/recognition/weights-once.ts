import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const MODEL = '@ser/ravdess-data/model';
const STAND_IN = fileURLToPath(new URL('model-of-worker.ts', import.meta.url));

/**
 * Leaves the weights out of what the page's own thread loads: they are in the worker already, and
 * are asked of it. Workers have plugins of their own, so that theirs stay where they are. In
 * development they share the page's, and nothing is left out.
 */
export function weightsOnce(): Plugin {
  return {
    name: 'weights-once',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (id === MODEL ? STAND_IN : undefined),
  };
}
