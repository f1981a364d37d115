import { log10 } from '../../kernels/log10.ts';

/** The least power that counts: -140 dB. */
const FLOOR = 1e-14;

/** A power in dB, -140 at least. */
export const decibels = (power: number): number => 10 * log10(Math.max(power, FLOOR));
