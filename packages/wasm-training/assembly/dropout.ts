// Dropout by the generator that tfjs seeds, Alea (Baagøe 2010): a multiply-with-carry generator of
// three words. Its numbers are multiples of 2⁻³², so whole numbers hold what tfjs holds in doubles.

/** Its multiplier. */
const MULTIPLIER: u64 = 2091639;

/** Numbers that are drawn before they become a mask, so that they stay near. */
const BLOCK: i32 = 2048;

/**
 * multiplier = ⌊u + keep⌋ / keep for the next u in [0, 1), y = x·multiplier.
 *
 * @param s0 The generator's words; its carry is 1.
 * @param size Floats in x, y and multiplier.
 */
export function dropout(
  x: usize,
  s0: u32,
  s1: u32,
  s2: u32,
  keep: f32,
  y: usize,
  multiplier: usize,
  size: i32,
): void {
  let a: u64 = s0;
  let b: u64 = s1;
  let c: u64 = s2;
  let carry: u64 = 1;
  const unit = f32x4.splat(<f32>1 / 4294967296);
  const kept = f32x4.splat(keep);
  for (let first = 0; first < size; first += BLOCK) {
    const count = min(size - first, BLOCK);
    const bytes = (<usize>count) << 2;
    const end = multiplier + bytes;
    let to = multiplier;
    for (; to + 12 <= end; to += 12) {
      const t0 = MULTIPLIER * a + carry;
      const t1 = MULTIPLIER * b + (t0 >> 32);
      const t2 = MULTIPLIER * c + (t1 >> 32);
      a = t0 & 0xffffffff;
      b = t1 & 0xffffffff;
      c = t2 & 0xffffffff;
      carry = t2 >> 32;
      store<u32>(to, <u32>a);
      store<u32>(to, <u32>b, 4);
      store<u32>(to, <u32>c, 8);
    }
    for (; to < end; to += 4) {
      const t = MULTIPLIER * a + carry;
      a = b;
      b = c;
      c = t & 0xffffffff;
      carry = t >> 32;
      store<u32>(to, <u32>c);
    }
    const vectors = bytes & ~15;
    for (let at: usize = 0; at < vectors; at += 16) {
      const u = f32x4.mul(f32x4.convert_i32x4_u(v128.load(multiplier + at)), unit);
      const factor = f32x4.div(f32x4.floor(f32x4.add(u, kept)), kept);
      v128.store(multiplier + at, factor);
      v128.store(y + at, f32x4.mul(v128.load(x + at), factor));
    }
    for (let at = vectors; at < bytes; at += 4) {
      const u = <f32>load<u32>(multiplier + at) * f32x4.extract_lane(unit, 0);
      const factor = floor<f32>(u + keep) / keep;
      store<f32>(multiplier + at, factor);
      store<f32>(y + at, load<f32>(x + at) * factor);
    }
    x += bytes;
    y += bytes;
    multiplier += bytes;
  }
}
