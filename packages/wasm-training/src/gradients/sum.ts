import type { GradientMaker } from './gradient-maker.ts';
import { reduction } from './util/reduction.ts';

/** Gradient of a sum over axes. */
export const sumGradient: GradientMaker = reduction({ isMean: false });
