import { FLOAT_BYTES } from './wasm/bytes.ts';
import { type SignalKernels, signalKernels } from './wasm/kernels.ts';

/** Complex numbers, as an array of real parts and one of imaginary parts. */
export interface Cartesian {
  readonly re: Float32Array;
  readonly im: Float32Array;
}

/** Complex numbers, as an array of angles in radians and one of magnitudes. */
export interface Polar {
  readonly angle: Float32Array;
  readonly magnitude: Float32Array;
}

/** Angles and magnitudes, which are valid until the next call. */
export function toPolar({ re, im }: Cartesian): Polar {
  const { kernels, addresses, arrays } = buffersFor(re.length);
  const [x, y, angle, magnitude] = arrays;
  x.set(re);
  y.set(im);
  if (kernels) {
    kernels.toPolar(...addresses, re.length);
  } else {
    for (let i = 0; i < re.length; i++) {
      angle[i] = atan2(y[i], x[i]);
      magnitude[i] = Math.sqrt(x[i] * x[i] + y[i] * y[i]);
    }
  }
  return { angle, magnitude };
}

/** magnitude · e^(i·angle), which is valid until the next call. */
export function fromPolar({ angle, magnitude }: Polar): Cartesian {
  const { kernels, addresses, arrays } = buffersFor(angle.length);
  const [angles, sizes, re, im] = arrays;
  angles.set(angle);
  sizes.set(magnitude);
  if (kernels) {
    kernels.fromPolar(...addresses, angle.length);
  } else {
    const cosineSine = new Float32Array(2);
    for (let i = 0; i < angle.length; i++) {
      cosSin(angles[i], cosineSine);
      re[i] = cosineSine[0] * sizes[i];
      im[i] = cosineSine[1] * sizes[i];
    }
  }
  return { re, im };
}

type Four<T> = readonly [T, T, T, T];

/** Four arrays of `count` floats, in the kernels' memory where there are kernels. */
function buffersFor(count: number): {
  kernels: SignalKernels | undefined;
  addresses: Four<number>;
  arrays: Four<Float32Array>;
} {
  // Kernels take two floats at a time. Two more keep the arrays at multiples of 8 bytes.
  const size = FLOAT_BYTES * (count + 2);
  const addresses = [0, size, 2 * size, 3 * size] as const;
  const kernels = signalKernels(4 * size);
  const array = (address: number): Float32Array =>
    kernels ? new Float32Array(kernels.memory.buffer, address, count) : new Float32Array(count);
  const [a, b, c, d] = addresses;
  return { kernels, addresses, arrays: [array(a), array(b), array(c), array(d)] };
}

/** `Math.atan2` within 3e-10, by the series of atan, with the same bits on every engine. */
function atan2(y: number, x: number): number {
  const ax = Math.abs(x);
  const ay = Math.abs(y);
  const larger = Math.max(ax, ay);
  let t = larger > 0 ? Math.min(ax, ay) / larger : 0;
  const large = t > Math.SQRT2 - 1;
  if (large) t = (t - 1) / (t + 1);
  const z = t * t;
  let p = 1 / 21;
  for (let n = 19; n >= 1; n -= 2) p = 1 / n - p * z;
  let a = p * t;
  if (large) a += Math.PI / 4;
  if (ay > ax) a = Math.PI / 2 - a;
  if (x < 0 || Object.is(x, -0)) a = Math.PI - a;
  return y < 0 || Object.is(y, -0) ? -a : a;
}

/** 1.5 · 2^52. Doubles of this size have no fractions, so that adding it rounds. */
const ROUNDING = 6755399441055744;

/** `out` = cosine and sine within 1e-9, by their series, with the same bits on every engine. */
function cosSin(angle: number, out: Float32Array): void {
  const k = angle * (2 / Math.PI) + ROUNDING - ROUNDING;
  const r = angle - k * 1.5707963267341256 - k * 6.077100506506192e-11;
  const z = r * r;
  let s = 1 / 6227020800;
  s = s * z - 1 / 39916800;
  s = s * z + 1 / 362880;
  s = s * z - 1 / 5040;
  s = s * z + 1 / 120;
  s = s * z - 1 / 6;
  s = (s * z + 1) * r;
  let c = 1 / 479001600;
  c = c * z - 1 / 3628800;
  c = c * z + 1 / 40320;
  c = c * z - 1 / 720;
  c = c * z + 1 / 24;
  c = c * z - 0.5;
  c = c * z + 1;
  const odd = k % 2 !== 0;
  const quarter = ((k % 4) + 4) % 4;
  out[0] = (odd ? s : c) * (quarter === 1 || quarter === 2 ? -1 : 1);
  out[1] = (odd ? c : s) * (quarter >= 2 ? -1 : 1);
}
