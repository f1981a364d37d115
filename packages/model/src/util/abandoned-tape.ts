import { dispose, engine } from '@tensorflow/tfjs-core';

/**
 * Frees what tfjs 4.22.0 has kept for a gradient that it never came to, because the forward pass
 * threw.
 */
export function disposeAbandonedTape(): void {
  const { state } = engine();
  if (state.gradientDepth > 0 || !state.activeTape) return;
  for (const { saved } of state.activeTape) dispose(saved);
  state.activeTape = [];
}
