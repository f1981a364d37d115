import type { BandLimiter } from './band-limiter.ts';

const BLOCK_LENGTH = 4096;

/**
 * Hands on a signal as it is, for an interpolator that limits the band itself.
 *
 * @param margin How many zeros stand before and after the signal.
 */
export function noLimiter(margin: number): BandLimiter {
  return {
    lead: margin,
    blockLength: BLOCK_LENGTH,
    blocks: (length) => Math.ceil((length + margin) / BLOCK_LENGTH),
    block(samples, index, out, at) {
      const part = samples.subarray(index * BLOCK_LENGTH, (index + 1) * BLOCK_LENGTH);
      out.set(part, at);
      out.fill(0, at + part.length, at + BLOCK_LENGTH);
    },
  };
}
