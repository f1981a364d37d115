import type { Convolution } from './convolution.ts';

/** How many times as large the result is, by the transforms and by the spectra between them. */
const LARGER = 4;

/** A filter's gains in float32, with which the result of the transforms needs no other factor. */
export function singleGains({ gains, outputLength }: Convolution): Float32Array {
  const scale = 2 / (LARGER * outputLength);
  return Float32Array.from(gains, (gain) => gain * scale);
}
