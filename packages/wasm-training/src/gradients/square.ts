import type { GradientMaker } from './gradient-maker.ts';
import { elementwise } from './util/elementwise.ts';

/** Gradient of a square. */
export const squareGradient: GradientMaker = elementwise('SerSquareGrad');
