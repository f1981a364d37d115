import type { GradientMaker } from './gradient-maker.ts';
import { extreme } from './util/extreme.ts';

/** Gradient of a maximum over axes. */
export const maxGradient: GradientMaker = extreme('reductionIndices');
