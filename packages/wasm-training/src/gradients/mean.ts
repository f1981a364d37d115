import type { GradientMaker } from './gradient-maker.ts';
import { reduction } from './util/reduction.ts';

/** Gradient of a mean over axes. */
export const meanGradient: GradientMaker = reduction({ isMean: true });
