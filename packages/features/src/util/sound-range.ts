import type { Samples } from '../samples.ts';
import { framePowers } from './frame-powers.ts';

/** Keeps the power of silence above 0: -120 dB. All frames of silence are as loud as the loudest. */
const FLOOR = 1e-12;

/**
 * Where a clip's sound begins and ends: from the first sample of the first loud frame to the last
 * of the last one. Loud are 25 ms frames every 10 ms whose mean square is within `topDb` of that of
 * the loudest; 1e-12 is added to each.
 *
 * @param samples Finite, and at least one.
 * @param topDb dB above 0.
 * @returns The first sample, and the one after the last.
 */
export function soundRange(
  samples: Samples,
  sampleRate: number,
  topDb: number,
): [start: number, end: number] {
  const { powers, frameLength, hopLength } = framePowers(samples, sampleRate);
  const loudest = powers.reduce((a, b) => Math.max(a, b));
  const quiet = (loudest + FLOOR) * 10 ** (-topDb / 10);
  const isLoud = (power: number): boolean => power + FLOOR > quiet;
  const first = powers.findIndex(isLoud);
  // Squares of samples beyond 1e154 are infinite, and then no frame is louder than another.
  if (first < 0) return [0, samples.length];
  const start = first * hopLength - Math.floor(frameLength / 2);
  const end = powers.findLastIndex(isLoud) * hopLength + Math.ceil(frameLength / 2);
  return [Math.max(0, start), Math.min(samples.length, end)];
}
