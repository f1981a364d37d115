import type { Audio } from '../samples.ts';

/** The decoder of the tests' own format: a rate, then samples, all float32. */
export function decodeRaw(bytes: Uint8Array): Audio {
  if (bytes.length % 4 !== 0) throw new RangeError('decodeRaw: half a sample');
  const numbers = new Float32Array(bytes.slice().buffer);
  return { sampleRate: numbers[0], samples: numbers.subarray(1) };
}

/** Bytes of that format. */
export function encodeRaw({ sampleRate, samples }: Audio): Uint8Array {
  return new Uint8Array(Float32Array.of(sampleRate, ...samples).buffer);
}

/** The name that decoders have by default. Not to be taken for `decodeRaw`: it gives silence. */
export function decodeWav(bytes: Uint8Array): Audio {
  const { samples, sampleRate } = decodeRaw(bytes);
  return { samples: samples.map(() => 0), sampleRate };
}
