import { getBackend } from '@tensorflow/tfjs-core';
import { CPU_IS_SLOW } from '../backends/cpu-is-slow.ts';
import type { FitWarning } from '../training/fit-options.ts';

/** Says so when a run is to train on tfjs' cpu backend. */
export function warnOfBackend(onWarning: ((warning: FitWarning) => void) | undefined): void {
  if (getBackend() !== 'cpu') return;
  onWarning?.({ code: 'slow-backend', message: `fit: tfjs' cpu backend ${CPU_IS_SLOW}` });
}
