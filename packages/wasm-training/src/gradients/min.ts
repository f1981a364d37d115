import type { GradientMaker } from './gradient-maker.ts';
import { extreme } from './util/extreme.ts';

/** Gradient of a minimum over axes. */
export const minGradient: GradientMaker = extreme('axis');
