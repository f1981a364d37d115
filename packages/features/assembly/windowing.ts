// A frame under its window, as the transform reads it.

import { loadDoubles } from './lanes';

/** out = samples · window of `count` floats; a multiple of two. */
export function windowSingles(samples: usize, window: usize, out: usize, count: i32): void {
  for (let end = out + (<usize>count << 3); out < end; out += 16, window += 16, samples += 8) {
    v128.store(out, f64x2.mul(loadDoubles(samples), v128.load(window)));
  }
}

/** out = samples · window of `count` doubles; a multiple of two. */
export function windowDoubles(samples: usize, window: usize, out: usize, count: i32): void {
  for (let end = out + (<usize>count << 3); out < end; out += 16, window += 16, samples += 16) {
    v128.store(out, f64x2.mul(v128.load(samples), v128.load(window)));
  }
}
