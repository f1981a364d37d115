import { HOST_IS_LITTLE_ENDIAN } from '../util/host-is-little-endian.ts';
import type { Encoding } from './encoding.ts';
import { lookUp } from './look-up.ts';

/** Integers of 8, 16, 24 and 32 bits, divided by their full scale. */
export const PCM: Encoding = {
  name: 'pcm',
  tag: 1,
  widths: [1, 2, 3, 4],
  createConverter(raw, samples, width) {
    if (width === 1) {
      const table = unsignedTable();
      return () => lookUp(raw, table, samples);
    }
    if (width === 3) return () => expand24(raw, samples);
    const codes = width === 2 ? new Int16Array(raw.buffer) : new Int32Array(raw.buffer);
    const step = stepOf(width);
    return () => {
      samples.set(codes);
      scale(samples, step);
    };
  },
  fullScale: (width) => Math.fround(1 - stepOf(width)),
};

/** The distance of two neighbouring values, at full scale ±1. */
function stepOf(width: number): number {
  return 2 ** (1 - 8 * width);
}

/** How many codes 8-bit PCM has, and the one that means 0. */
const UNSIGNED_CODES = 256;
const UNSIGNED_ZERO = UNSIGNED_CODES / 2;

/** The values of 8-bit PCM, the only unsigned width. */
function unsignedTable(): Float32Array {
  return Float32Array.from(
    { length: UNSIGNED_CODES },
    (_, code) => (code - UNSIGNED_ZERO) / UNSIGNED_ZERO,
  );
}

function scale(samples: Float32Array, factor: number): void {
  for (let i = 0; i < samples.length; i++) samples[i] *= factor;
}

/** Reads each code of 24 bits as the upper bytes of one of 32 bits, which keeps its sign. */
function expand24(raw: Uint8Array, samples: Float32Array): void {
  const low = HOST_IS_LITTLE_ENDIAN ? 0 : 2;
  const high = 2 - low;
  for (let i = 0, at = 0; i < samples.length; i++, at += 3) {
    samples[i] = ((raw[at + high] << 24) | (raw[at + 1] << 16) | (raw[at + low] << 8)) * 2 ** -31;
  }
}
