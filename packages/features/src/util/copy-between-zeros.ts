import type { Samples } from '../samples.ts';

/** Fills `out` with the samples from `start` on, and with zeros before the first and after the last. */
export function copyBetweenZeros(samples: Samples, start: number, out: Float64Array): void {
  const first = Math.min(out.length, Math.max(0, -start));
  const end = Math.min(out.length, Math.max(first, samples.length - start));
  out.fill(0, 0, first);
  out.set(samples.subarray(start + first, start + end), first);
  out.fill(0, end);
}
