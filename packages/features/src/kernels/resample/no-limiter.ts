import type { BandLimiter } from './band-limiter.ts';

/** Samples of a block, where the whole signal is there. */
const WHOLE_SIGNAL = 4096;

/**
 * Hands on a signal as it is, for an interpolator that limits the band itself.
 *
 * @param margin How many zeros stand before and after the signal.
 * @param blockLength Samples of a block, which change no value. Default 4,096.
 */
export function noLimiter(margin: number, blockLength: number = WHOLE_SIGNAL): BandLimiter {
  return {
    lead: margin,
    spreads: false,
    blockLength,
    stride: blockLength,
    lookBack: 0,
    lookAhead: blockLength,
    blocks: (length) => Math.ceil((length + margin) / blockLength),
    block({ values, start, end }, index, out, at) {
      const first = index * blockLength;
      const count = Math.max(0, Math.min(blockLength, end - first));
      for (let i = 0; i < count; i++) out[at + i] = values[first - start + i];
      out.fill(0, at + count, at + blockLength);
    },
  };
}
