// Mean squares of frames: number for number as src/util/frame-powers.ts computes them.

import { high, loadDoubles, low } from './lanes';

/**
 * The mean squares of overlapping frames, four at a time, because an addition waits for the one
 * before it.
 *
 * @param samples Floats; frame t begins `hop` bytes after frame t - 1.
 * @param length Floats a frame.
 * @param count How many frames there are, a multiple of four.
 * @param out A double a frame.
 */
export function framePowers(samples: usize, hop: usize, length: i32, count: i32, out: usize): void {
  const divisor = f64x2.splat(<f64>length);
  const pairs = <usize>(length & ~1) << 2;
  for (let end = out + (<usize>count << 3); out < end; out += 32) {
    const b = hop;
    const c = 2 * hop;
    const d = 3 * hop;
    let s = f64x2.splat(0);
    let t = s;
    let at = samples;
    for (let stop = at + pairs; at < stop; at += 8) {
      const first = loadDoubles(at);
      const second = loadDoubles(at + b);
      const third = loadDoubles(at + c);
      const fourth = loadDoubles(at + d);
      s = f64x2.add(s, square(low(first, second)));
      t = f64x2.add(t, square(low(third, fourth)));
      s = f64x2.add(s, square(high(first, second)));
      t = f64x2.add(t, square(high(third, fourth)));
    }
    if (length & 1) {
      s = f64x2.add(s, square(low(loadDoubles(at), loadDoubles(at + b))));
      t = f64x2.add(t, square(low(loadDoubles(at + c), loadDoubles(at + d))));
    }
    v128.store(out, f64x2.div(s, divisor));
    v128.store(out, f64x2.div(t, divisor), 16);
    samples += 4 * hop;
  }
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function square(value: v128): v128 {
  return f64x2.mul(value, value);
}
