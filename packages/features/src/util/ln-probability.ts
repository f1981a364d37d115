import { ln } from '../kernels/log10.ts';

/** librosa adds the least normal number before it takes a logarithm. */
const TINY = 2 ** -1022;

/** The natural logarithm of a probability that may be 0, which then counts as 2e-308. */
export const lnProbability = (probability: number): number => ln(probability + TINY);
