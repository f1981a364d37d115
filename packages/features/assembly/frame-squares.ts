// Sums of squares of frames: number for number as src/util/frame-rms.ts computes them.

import { loadDoubles } from './lanes';

/**
 * @param samples Floats; frame t begins `hop` bytes after frame t - 1.
 * @param length Floats a frame.
 * @param count How many frames there are.
 * @param out A double a frame: the sum of every fourth square from the first on, of those from the
 *   second on, and so on, and then the sum of these.
 */
export function frameSquares(samples: usize, hop: usize, length: i32, count: i32, out: usize): void {
  const fours = <usize>(length & ~3) << 2;
  for (let end = out + (<usize>count << 3); out < end; out += 8, samples += hop) {
    let s = f64x2.splat(0);
    let t = s;
    let at = samples;
    for (let stop = at + fours; at < stop; at += 16) {
      const a = loadDoubles(at);
      const b = loadDoubles(at + 8);
      s = f64x2.add(s, f64x2.mul(a, a));
      t = f64x2.add(t, f64x2.mul(b, b));
    }
    let first = f64x2.extract_lane(s, 0);
    for (let stop = samples + (<usize>length << 2); at < stop; at += 4) {
      const value = <f64>load<f32>(at);
      first += value * value;
    }
    const second = f64x2.extract_lane(s, 1);
    store<f64>(out, first + second + (f64x2.extract_lane(t, 0) + f64x2.extract_lane(t, 1)));
  }
}
