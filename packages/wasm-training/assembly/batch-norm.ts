// Batch normalisation over rows of channels, y = (x − mean)·scale/√(variance + ε) + offset.

import { rectified } from './elementwise';

/** Rows that are summed before their sum joins the total, so that long sums stay exact. */
export const BLOCK: i32 = 64;

/** factor[channel] = scale/√(variance + ε). A `scale` of 0 stands for ones. */
export function factors(variance: usize, scale: usize, epsilon: f32, factor: usize, channels: i32): void {
  for (let at: usize = 0; at < (<usize>channels) << 2; at += 4) {
    const inverse = <f32>1 / sqrt<f32>(load<f32>(variance + at) + epsilon);
    store<f32>(factor + at, scale ? load<f32>(scale + at) * inverse : inverse);
  }
}

/**
 * The forward pass. `scale` and `offset` may be 0.
 *
 * @param x [rows][channels]; y alike.
 * @param factor Scratch for `channels` floats.
 */
export function batchNorm(
  x: usize,
  mean: usize,
  variance: usize,
  offset: usize,
  scale: usize,
  epsilon: f32,
  y: usize,
  rows: i32,
  channels: i32,
  factor: usize,
): void {
  normalise<i32>(x, mean, variance, offset, scale, epsilon, y, rows, channels, factor);
}

/** `batchNorm`, whose output is rectified where `Rectifies` is a float. */
export function normalise<Rectifies>(
  x: usize,
  mean: usize,
  variance: usize,
  offset: usize,
  scale: usize,
  epsilon: f32,
  y: usize,
  rows: i32,
  channels: i32,
  factor: usize,
): void {
  factors(variance, scale, epsilon, factor, channels);
  const pitch = (<usize>channels) << 2;
  const vectors = pitch & ~15;
  const zero = f32x4.splat(0);
  for (let row = 0; row < rows; row++, x += pitch, y += pitch) {
    for (let at: usize = 0; at < vectors; at += 16) {
      const centred = f32x4.sub(v128.load(x + at), v128.load(mean + at));
      const shift = offset ? v128.load(offset + at) : zero;
      const sum = f32x4.add(f32x4.mul(centred, v128.load(factor + at)), shift);
      v128.store(y + at, isFloat<Rectifies>() ? rectified(sum) : sum);
    }
    for (let at = vectors; at < pitch; at += 4) {
      const centred = load<f32>(x + at) - load<f32>(mean + at);
      const shift: f32 = offset ? load<f32>(offset + at) : 0;
      const sum = f32x4.splat(centred * load<f32>(factor + at) + shift);
      v128.store32_lane(y + at, isFloat<Rectifies>() ? rectified(sum) : sum, 0);
    }
  }
}

/** sums[channel] += Σ dy; products[channel] += Σ dy·(x − mean). */
function addProducts(
  x: usize,
  dy: usize,
  mean: usize,
  rows: i32,
  channels: i32,
  sums: usize,
  products: usize,
): void {
  const pitch = (<usize>channels) << 2;
  const vectors = pitch & ~15;
  for (let row = 0; row < rows; row++, x += pitch, dy += pitch) {
    for (let at: usize = 0; at < vectors; at += 16) {
      const gradient = v128.load(dy + at);
      const centred = f32x4.sub(v128.load(x + at), v128.load(mean + at));
      v128.store(sums + at, f32x4.add(v128.load(sums + at), gradient));
      const product = f32x4.mul(gradient, centred);
      v128.store(products + at, f32x4.add(v128.load(products + at), product));
    }
    for (let at = vectors; at < pitch; at += 4) {
      const gradient = load<f32>(dy + at);
      const centred = load<f32>(x + at) - load<f32>(mean + at);
      store<f32>(sums + at, load<f32>(sums + at) + gradient);
      store<f32>(products + at, load<f32>(products + at) + gradient * centred);
    }
  }
}

/** total += part, over `bytes` bytes of floats. */
export function addTo(total: usize, part: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 4) {
    store<f32>(total + at, load<f32>(total + at) + load<f32>(part + at));
  }
}

/**
 * The gradients with mean and variance as inputs of their own, as tfjs differentiates them.
 *
 * @param x [rows][channels]; dy and dx alike.
 * @param dMean [channels]; dVariance, dScale and dOffset alike.
 * @param scratch Room for three times `channels` floats.
 */
export function batchNormGradient(
  x: usize,
  dy: usize,
  mean: usize,
  variance: usize,
  scale: usize,
  epsilon: f32,
  rows: i32,
  channels: i32,
  dx: usize,
  dMean: usize,
  dVariance: usize,
  dScale: usize,
  dOffset: usize,
  scratch: usize,
): void {
  const pitch = (<usize>channels) << 2;
  const factor = scratch;
  const sums = factor + pitch;
  const products = sums + pitch;
  memory.fill(dOffset, 0, pitch);
  memory.fill(dScale, 0, pitch);
  for (let first = 0; first < rows; first += BLOCK) {
    const count = min(rows - first, BLOCK);
    const offset = <usize>first * pitch;
    memory.fill(sums, 0, pitch << 1);
    addProducts(x + offset, dy + offset, mean, count, channels, sums, products);
    addTo(dOffset, sums, pitch);
    addTo(dScale, products, pitch);
  }
  factors(variance, scale, epsilon, factor, channels);
  for (let at: usize = 0; at < pitch; at += 4) {
    const inverse = <f32>1 / sqrt<f32>(load<f32>(variance + at) + epsilon);
    const channelFactor = load<f32>(factor + at);
    const product = load<f32>(dScale + at);
    store<f32>(dMean + at, -channelFactor * load<f32>(dOffset + at));
    store<f32>(dVariance + at, <f32>-0.5 * inverse * inverse * channelFactor * product);
    store<f32>(dScale + at, inverse * product);
  }
  const vectors = pitch & ~15;
  for (let row = 0; row < rows; row++, dy += pitch, dx += pitch) {
    for (let at: usize = 0; at < vectors; at += 16) {
      v128.store(dx + at, f32x4.mul(v128.load(dy + at), v128.load(factor + at)));
    }
    for (let at = vectors; at < pitch; at += 4) {
      store<f32>(dx + at, load<f32>(dy + at) * load<f32>(factor + at));
    }
  }
}
