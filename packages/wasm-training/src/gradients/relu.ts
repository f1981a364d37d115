import type { GradientMaker } from './gradient-maker.ts';
import { elementwise } from './util/elementwise.ts';

/** Gradient of a rectifier. */
export const reluGradient: GradientMaker = elementwise('SerReluGrad');
