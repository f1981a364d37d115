// A stage of transforms of any odd length, by its definition: operation for operation as
// src/kernels/fft/butterflies.ts does it.

import { imaginaryProduct, realProduct, store } from './butterflies';
import { high, low } from './lanes';

/** Bytes of a complex number's factors, and of a complex vector. */
// @ts-ignore: a decorator of AssemblyScript
@inline
const COMPLEX: usize = 16;
// @ts-ignore: a decorator of AssemblyScript
@inline
const VECTOR: usize = 32;
/** Where a plan says where there is room for `radix - 1` vectors. */
// @ts-ignore: a decorator of AssemblyScript
@inline
const ROOM: usize = 200;

/**
 * @param near Bytes of the numbers of one k of one of the transforms that are joined.
 * @param factors cos and sin of 2πi/radix, then the factors of the numbers, of which the first stage
 *   has none.
 * @param half Whether the numbers are of real signals. Then half of the k are enough.
 */
export function anyStage(
  radix: usize,
  q: usize,
  near: usize,
  x: usize,
  y: usize,
  factors: usize,
  plan: usize,
  half: bool,
): void {
  const room = <usize>load<f64>(plan + ROOM);
  const circle = factors;
  const first = q === 1;
  const far = q * near;
  const pairs = (radix - 1) >> 1;
  let back = y + far;
  factors += radix * COMPLEX;
  const rows = half ? (q + 1) >> 1 : q;
  for (let k: usize = 0; k < rows; k++) {
    for (let j: usize = 0; j < near; j += VECTOR, x += VECTOR, y += VECTOR) {
      const ar = first ? low(v128.load(x), v128.load(x, 16)) : v128.load(x);
      const ai = first ? high(v128.load(x), v128.load(x, 16)) : v128.load(x, 16);
      let sumR = ar;
      let sumI = ai;
      let to = room;
      for (let i: usize = 1; i <= pairs; i++, to += 2 * VECTOR) {
        const b = x + i * near;
        const e = x + (radix - i) * near;
        const w = factors + (i - 1) * COMPLEX;
        const v = factors + (radix - i - 1) * COMPLEX;
        const br = first ? low(v128.load(b), v128.load(b, 16)) : real(b, w);
        const bi = first ? high(v128.load(b), v128.load(b, 16)) : imag(b, w);
        const er = first ? low(v128.load(e), v128.load(e, 16)) : real(e, v);
        const ei = first ? high(v128.load(e), v128.load(e, 16)) : imag(e, v);
        const tr = f64x2.add(br, er);
        const ti = f64x2.add(bi, ei);
        store(to, tr, ti);
        store(to + VECTOR, f64x2.sub(br, er), f64x2.sub(bi, ei));
        sumR = f64x2.add(sumR, tr);
        sumI = f64x2.add(sumI, ti);
      }
      let up = y;
      let down = half ? back + j : y + radix * far;
      for (let m: usize = 1; m <= pairs; m++) {
        up += far;
        if (!half) down -= far;
        let evenR = ar;
        let evenI = ai;
        let oddR = f64x2.splat(0);
        let oddI = oddR;
        let turn: usize = 0;
        for (let from = room, end = room + pairs * 2 * VECTOR; from < end; from += 2 * VECTOR) {
          turn += m;
          if (turn >= radix) turn -= radix;
          const cos = v128.load64_splat(circle + turn * COMPLEX);
          const sin = v128.load64_splat(circle + turn * COMPLEX, 8);
          evenR = f64x2.add(evenR, f64x2.mul(cos, v128.load(from)));
          evenI = f64x2.add(evenI, f64x2.mul(cos, v128.load(from, 16)));
          oddR = f64x2.add(oddR, f64x2.mul(sin, v128.load(from, 32)));
          oddI = f64x2.add(oddI, f64x2.mul(sin, v128.load(from, 48)));
        }
        const downI = f64x2.add(evenI, oddR);
        store(down, f64x2.sub(evenR, oddI), half ? f64x2.neg(downI) : downI);
        store(up, f64x2.add(evenR, oddI), f64x2.sub(evenI, oddR));
        if (half) down += far;
      }
      store(y, sumR, sumI);
    }
    x += (radix - 1) * near;
    back -= near;
    factors += (radix - 1) * COMPLEX;
  }
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function real(at: usize, factor: usize): v128 {
  return realProduct(
    v128.load(at),
    v128.load(at, 16),
    v128.load64_splat(factor),
    v128.load64_splat(factor, 8),
  );
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function imag(at: usize, factor: usize): v128 {
  return imaginaryProduct(
    v128.load(at),
    v128.load(at, 16),
    v128.load64_splat(factor),
    v128.load64_splat(factor, 8),
  );
}
