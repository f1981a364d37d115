import { innerLength, radices } from './radices.ts';
import { type ComplexTransform, stockham } from './stockham.ts';

/** The factors of a transform of any length as a convolution. */
export interface BluesteinFactors {
  /** The length of the inner transforms. */
  readonly inner: number;
  /** Their radices. */
  readonly stages: readonly number[];
  /** e^(-πik²/n), interleaved. */
  readonly chirp: Float64Array;
  /** The inner transform of its conjugate, divided by the inner length, interleaved. */
  readonly kernel: Float64Array;
}

/**
 * The factors for length `n`, of which the first `outputs` results are wanted.
 *
 * Source: L. Bluestein, "A linear filtering approach to the computation of the discrete Fourier
 * transform", 1970.
 */
export function bluesteinFactors(n: number, outputs: number): BluesteinFactors {
  const inner = innerLength(n + outputs - 1);
  const stages = radices(inner) ?? [];
  const chirp = new Float64Array(2 * n);
  const conjugate = new Float64Array(2 * inner);
  for (let k = 0; k < n; k++) {
    // k² modulo 2n keeps the angle small, so that long transforms lose no digits.
    const angle = (Math.PI * ((k * k) % (2 * n))) / n;
    chirp[2 * k] = Math.cos(angle);
    chirp[2 * k + 1] = -Math.sin(angle);
    // Result k takes from number i the factor at k - i, which is -i at least.
    for (const at of k === 0 ? [0] : k < outputs ? [k, inner - k] : [inner - k]) {
      conjugate[2 * at] = chirp[2 * k] / inner;
      conjugate[2 * at + 1] = -chirp[2 * k + 1] / inner;
    }
  }
  const kernel = new Float64Array(2 * inner);
  stockham(inner, stages)(kernel, conjugate);
  return { inner, stages, chirp, kernel };
}

/**
 * The first `outputs` results of the transform for lengths with other factors, number for number as
 * assembly/bluestein.ts.
 */
export function bluestein(n: number, outputs: number): ComplexTransform {
  const { inner, stages, chirp, kernel } = bluesteinFactors(n, outputs);
  const transform = stockham(inner, stages);
  const a = new Float64Array(2 * inner);
  const b = new Float64Array(2 * inner);
  return (out, data) => {
    for (let k = 0; k < 2 * n; k += 2) {
      a[k] = data[k] * chirp[k] - data[k + 1] * chirp[k + 1];
      a[k + 1] = data[k] * chirp[k + 1] + data[k + 1] * chirp[k];
    }
    a.fill(0, 2 * n);
    transform(b, a);
    // With real and imaginary parts swapped on both sides a forward transform is the inverse.
    for (let k = 0; k < 2 * inner; k += 2) {
      const re = b[k] * kernel[k] - b[k + 1] * kernel[k + 1];
      b[k] = b[k] * kernel[k + 1] + b[k + 1] * kernel[k];
      b[k + 1] = re;
    }
    transform(a, b);
    for (let k = 0; k < 2 * outputs; k += 2) {
      const re = a[k + 1];
      const im = a[k];
      // Adding 0 makes 0 of -0, whose phase would be π.
      out[k] = re * chirp[k] - im * chirp[k + 1] + 0;
      out[k + 1] = re * chirp[k + 1] + im * chirp[k] + 0;
    }
  };
}
