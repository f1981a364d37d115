import type { Encoding } from './encoding.ts';

/** Floats of 32 and 64 bits. They keep their values, beyond ±1 and NaN too. */
export const FLOAT: Encoding = {
  name: 'float',
  tag: 3,
  widths: [4, 8],
  createConverter(raw, samples, width) {
    const values = width === 4 ? new Float32Array(raw.buffer) : new Float64Array(raw.buffer);
    return () => samples.set(values);
  },
  fullScale: () => 1,
};
