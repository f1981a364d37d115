import { dispose, engine } from '@tensorflow/tfjs-core';

/**
 * Frees what tfjs 4.22.0 keeps for a gradient. When the forward pass throws, the gradient is never
 * taken, and tfjs itself frees nothing.
 */
export function disposeAbandonedTape(): void {
  const { state } = engine();
  if (state.gradientDepth > 0 || !state.activeTape) return;
  for (const { saved } of state.activeTape) dispose(saved);
  state.activeTape = [];
}
