import type { GradConfig } from '@tensorflow/tfjs-core';
import type { Tf } from '../tfjs.ts';

/**
 * Builds the gradient of one kernel.
 *
 * @param original tfjs' own, which serves the other backends.
 */
export type GradientMaker = (tf: Tf, original: GradConfig) => GradConfig;
