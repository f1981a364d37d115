// One step of Adam over a whole tensor. It has the order and the roundings of the same formula made
// of tensor operations, so that either gives the same bits.

/**
 * m' = m + (g − m)·(1 − β1), v' = v + (g² − v)·(1 − β2), w' = w·shrink − m'·rate / (√v' + ε), with
 * g = gradient·scale.
 *
 * @param scale Address of what every gradient is multiplied by; 0 for nothing.
 * @param gain1 1 − β1.
 * @param gain2 1 − β2.
 * @param size Floats in each tensor.
 */
export function adam(
  w: usize,
  m: usize,
  v: usize,
  gradient: usize,
  scale: usize,
  newW: usize,
  newM: usize,
  newV: usize,
  size: i32,
  rate: f32,
  gain1: f32,
  gain2: f32,
  epsilon: f32,
  shrink: f32,
): void {
  const bytes = (<usize>size) << 2;
  const vectors = bytes & ~15;
  const factor: f32 = scale ? load<f32>(scale) : 1;
  for (let at: usize = 0; at < vectors; at += 16) {
    const g = f32x4.mul(v128.load(gradient + at), f32x4.splat(factor));
    const oldM = v128.load(m + at);
    const nextM = f32x4.add(oldM, f32x4.mul(f32x4.sub(g, oldM), f32x4.splat(gain1)));
    const oldV = v128.load(v + at);
    const square = f32x4.mul(g, g);
    const nextV = f32x4.add(oldV, f32x4.mul(f32x4.sub(square, oldV), f32x4.splat(gain2)));
    v128.store(newM + at, nextM);
    v128.store(newV + at, nextV);
    const update = f32x4.div(
      f32x4.mul(nextM, f32x4.splat(rate)),
      f32x4.add(f32x4.sqrt(nextV), f32x4.splat(epsilon)),
    );
    v128.store(newW + at, f32x4.sub(f32x4.mul(v128.load(w + at), f32x4.splat(shrink)), update));
  }
  for (let at = vectors; at < bytes; at += 4) {
    const g = load<f32>(gradient + at) * factor;
    const oldM = load<f32>(m + at);
    const nextM = oldM + (g - oldM) * gain1;
    const oldV = load<f32>(v + at);
    const nextV = oldV + (g * g - oldV) * gain2;
    store<f32>(newM + at, nextM);
    store<f32>(newV + at, nextV);
    const update = (nextM * rate) / (sqrt<f32>(nextV) + epsilon);
    store<f32>(newW + at, load<f32>(w + at) * shrink - update);
  }
}
