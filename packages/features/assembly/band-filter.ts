// Convolution of real signals by their spectra, in float32: number for number as in
// src/kernels/resample/plain-convolver.ts.
//
// A real signal of 2n numbers is n complex ones, Z, and its spectrum X has n + 1 bins. Twice the
// spectrum comes from bins k and n - k of Z, and four times the Z of another spectrum Y from bins k
// and n - k of Y. `waves` holds cos(πk/n) of k = 0 … n/2 - 1, then sin(πk/n).

import { fromInterleaved, toInterleaved } from './single-fft';

/**
 * Z of a signal, with bin n, which is bin 0 once more.
 *
 * @returns `x` or `y`: where it is.
 */
export function transform(
  n: i32,
  signal: usize,
  x: usize,
  y: usize,
  imaginary: usize,
  twiddles: usize,
): usize {
  const z = fromInterleaved(n, signal, x, y, imaginary, twiddles);
  const end = z + (<usize>n << 2);
  store<f32>(end, load<f32>(z));
  store<f32>(end + imaginary, load<f32>(z + imaginary));
  return z;
}

/** The signal of a Z, times n. */
export function signalOf(
  n: i32,
  z: usize,
  other: usize,
  imaginary: usize,
  twiddles: usize,
  signal: usize,
): void {
  // With real and imaginary parts swapped, the forward transform is the inverse.
  toInterleaved(n, z + imaginary, other + imaginary, 0 - imaginary, twiddles, signal);
}

/** Four times the Z of X · gains. */
export function filter(
  n: i32,
  z: usize,
  imaginary: usize,
  waves: usize,
  gains: usize,
  out: usize,
): void {
  const size = <usize>n << 2;
  const sines = waves + size / 2;
  for (let k: usize = 0, m = size - 12; k < size / 2; k += 16, m -= 16) {
    const zr = v128.load(z + k);
    const zi = v128.load(z + imaginary + k);
    const fr = reversed(v128.load(z + m));
    const fi = reversed(v128.load(z + imaginary + m));
    const cos = v128.load(waves + k);
    const sin = v128.load(sines + k);
    const er = f32x4.add(zr, fr);
    const ei = f32x4.sub(zi, fi);
    const dr = f32x4.sub(zr, fr);
    const di = f32x4.add(zi, fi);
    const tr = f32x4.sub(f32x4.mul(di, cos), f32x4.mul(dr, sin));
    const ti = f32x4.add(f32x4.mul(di, sin), f32x4.mul(dr, cos));
    const near = v128.load(gains + k);
    const far = reversed(v128.load(gains + m));
    join(
      f32x4.mul(f32x4.add(er, tr), near),
      f32x4.mul(f32x4.sub(ei, ti), near),
      f32x4.mul(f32x4.sub(er, tr), far),
      f32x4.mul(f32x4.add(ei, ti), far),
      cos,
      sin,
      out + k,
      out + m,
      imaginary,
    );
  }
  const middle = size / 2;
  const gain = load<f32>(gains + middle);
  let re = load<f32>(z + middle);
  let im = load<f32>(z + imaginary + middle);
  re = (re + re) * gain;
  im = (im + im) * gain;
  store<f32>(out + middle, re + re);
  store<f32>(out + imaginary + middle, im + im);
}

/** 2X, `n + 1` bins. */
export function spectrum(n: i32, z: usize, imaginary: usize, waves: usize, out: usize): void {
  const size = <usize>n << 2;
  const sines = waves + size / 2;
  for (let k: usize = 0, m = size - 12; k < size / 2; k += 16, m -= 16) {
    const zr = v128.load(z + k);
    const zi = v128.load(z + imaginary + k);
    const fr = reversed(v128.load(z + m));
    const fi = reversed(v128.load(z + imaginary + m));
    const cos = v128.load(waves + k);
    const sin = v128.load(sines + k);
    const er = f32x4.add(zr, fr);
    const ei = f32x4.sub(zi, fi);
    const dr = f32x4.sub(zr, fr);
    const di = f32x4.add(zi, fi);
    const tr = f32x4.sub(f32x4.mul(di, cos), f32x4.mul(dr, sin));
    const ti = f32x4.add(f32x4.mul(di, sin), f32x4.mul(dr, cos));
    v128.store(out + k, f32x4.add(er, tr));
    v128.store(out + imaginary + k, f32x4.sub(ei, ti));
    v128.store(out + m, reversed(f32x4.sub(er, tr)));
    v128.store(out + imaginary + m, f32x4.neg(reversed(f32x4.add(ei, ti))));
  }
  const middle = size / 2;
  const re = load<f32>(z + middle);
  const im = load<f32>(z + imaginary + middle);
  store<f32>(out + middle, re + re);
  store<f32>(out + imaginary + middle, -(im + im));
}

/**
 * Twice the Z, of 2n numbers, of Y · gains, where Y is X, of n + 1 bins, and then its mirror image.
 *
 * @param gains Of 2n + 1 bins.
 */
export function filterRepeated(
  n: i32,
  x: usize,
  imaginary: usize,
  waves: usize,
  gains: usize,
  out: usize,
  outImaginary: usize,
): void {
  const size = <usize>n << 2;
  const sines = waves + size;
  for (let k: usize = 0, m = 2 * size - 12; k < size; k += 16, m -= 16) {
    const xr = v128.load(x + k);
    const xi = v128.load(x + imaginary + k);
    const near = v128.load(gains + k);
    const far = reversed(v128.load(gains + m));
    join(
      f32x4.mul(xr, near),
      f32x4.mul(xi, near),
      f32x4.mul(xr, far),
      f32x4.mul(xi, far),
      v128.load(waves + k),
      v128.load(sines + k),
      out + k,
      out + m,
      outImaginary,
    );
  }
  const gain = load<f32>(gains + size);
  const re = load<f32>(x + size) * gain;
  const im = load<f32>(x + imaginary + size) * gain;
  store<f32>(out + size, re + re);
  store<f32>(out + outImaginary + size, -(im + im));
}

/** Bins n + 1 to parts·n of a spectrum that is repeated; every other part is a mirror image. */
export function repeat(n: i32, parts: i32, x: usize, imaginary: usize): void {
  const size = <usize>n << 2;
  for (let part = 1; part < parts; part++) {
    if (part & 1) {
      const last = x + <usize>(part + 1) * size - 12;
      for (let k: usize = 0; k < size; k += 16) {
        v128.store(last - k, reversed(v128.load(x + k)));
        v128.store(last + imaginary - k, f32x4.neg(reversed(v128.load(x + imaginary + k))));
      }
    } else {
      const first = x + <usize>part * size;
      for (let k: usize = 0; k < size; k += 16) {
        v128.store(first + k, v128.load(x + k));
        v128.store(first + imaginary + k, v128.load(x + imaginary + k));
      }
      store<f32>(first + size, load<f32>(x + size));
      store<f32>(first + imaginary + size, load<f32>(x + imaginary + size));
    }
  }
}

/** Twice the Z of Y. */
export function unfiltered(n: i32, y: usize, imaginary: usize, waves: usize, out: usize): void {
  const size = <usize>n << 2;
  const sines = waves + size / 2;
  for (let k: usize = 0, m = size - 12; k < size / 2; k += 16, m -= 16) {
    join(
      v128.load(y + k),
      v128.load(y + imaginary + k),
      reversed(v128.load(y + m)),
      f32x4.neg(reversed(v128.load(y + imaginary + m))),
      v128.load(waves + k),
      v128.load(sines + k),
      out + k,
      out + m,
      imaginary,
    );
  }
  const middle = size / 2;
  const re = load<f32>(y + middle);
  const im = load<f32>(y + imaginary + middle);
  store<f32>(out + middle, re + re);
  store<f32>(out + imaginary + middle, -(im + im));
}

/**
 * Bins k and n - k of the Z of a spectrum, of whose bins n - k the conjugate is given.
 *
 * @param near Where bins k are; `far` where bins n - k are, in falling order.
 */
// @ts-ignore: a decorator of AssemblyScript
@inline
function join(
  pr: v128,
  pi: v128,
  qr: v128,
  qi: v128,
  cos: v128,
  sin: v128,
  near: usize,
  far: usize,
  imaginary: usize,
): void {
  const er = f32x4.add(pr, qr);
  const ei = f32x4.add(pi, qi);
  const tr = f32x4.sub(pr, qr);
  const ti = f32x4.sub(pi, qi);
  const dr = f32x4.add(f32x4.mul(tr, sin), f32x4.mul(ti, cos));
  const di = f32x4.sub(f32x4.mul(tr, cos), f32x4.mul(ti, sin));
  v128.store(near, f32x4.sub(er, dr));
  v128.store(near + imaginary, f32x4.add(ei, di));
  v128.store(far, reversed(f32x4.add(er, dr)));
  v128.store(far + imaginary, reversed(f32x4.sub(di, ei)));
}

/**
 * X · gains, folded to one of `folds` parts of its bins. Every other part is a mirror image.
 *
 * @param n Bins of a part but one; a multiple of four.
 * @param imaginary How far the imaginary parts of X are behind its real ones.
 */
export function fold(
  n: i32,
  folds: i32,
  x: usize,
  imaginary: usize,
  gains: usize,
  out: usize,
  outImaginary: usize,
): void {
  const size = <usize>n << 2;
  for (let k: usize = 0; k < size; k += 16) {
    let re = f32x4.mul(v128.load(x + k), v128.load(gains + k));
    let im = f32x4.mul(v128.load(x + imaginary + k), v128.load(gains + k));
    for (let part = 1; part < folds; part++) {
      if (part & 1) {
        const m = <usize>(part + 1) * size - k - 12;
        const gain = v128.load(gains + m);
        re = f32x4.add(re, reversed(f32x4.mul(v128.load(x + m), gain)));
        im = f32x4.sub(im, reversed(f32x4.mul(v128.load(x + imaginary + m), gain)));
      } else {
        const m = <usize>part * size + k;
        const gain = v128.load(gains + m);
        re = f32x4.add(re, f32x4.mul(v128.load(x + m), gain));
        im = f32x4.add(im, f32x4.mul(v128.load(x + imaginary + m), gain));
      }
    }
    v128.store(out + k, re);
    v128.store(out + outImaginary + k, im);
  }
  // The last bin of the part.
  let re = load<f32>(x + size) * load<f32>(gains + size);
  let im = load<f32>(x + imaginary + size) * load<f32>(gains + size);
  for (let part = 1; part < folds; part++) {
    const m = <usize>(part & 1 ? part : part + 1) * size;
    const gain = load<f32>(gains + m);
    const value = load<f32>(x + imaginary + m) * gain;
    re += load<f32>(x + m) * gain;
    im += part & 1 ? -value : value;
  }
  store<f32>(out + size, re);
  store<f32>(out + outImaginary + size, im);
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function reversed(a: v128): v128 {
  return v128.shuffle<i32>(a, a, 3, 2, 1, 0);
}
