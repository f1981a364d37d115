import { besselI0 } from '../../util/bessel-i0.ts';

/** A low-pass filter in continuous time: a sinc under a Kaiser window. */
export interface KaiserSinc {
  /** The frequency of half gain, in cycles a sample. */
  readonly cutoff: number;
  /** Samples from the middle to the end. */
  readonly halfWidth: number;
  /** Shape of the window. A higher one has a wider transition and a lower stop band. */
  readonly beta: number;
}

/** The impulse response at `t` samples from its middle. */
export function kaiserSinc({ cutoff, halfWidth, beta }: KaiserSinc, t: number): number {
  const inside = 1 - (t / halfWidth) ** 2;
  if (inside < 0) return 0;
  const x = 2 * Math.PI * cutoff * t;
  const sinc = x === 0 ? 1 : Math.sin(x) / x;
  return (2 * cutoff * sinc * besselI0(beta * Math.sqrt(inside))) / besselI0(beta);
}
