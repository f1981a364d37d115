// Batch normalisation by the moments of the batch itself, as layers train it: moments, normalisation
// and moving averages in one, and their gradient. Order and roundings are those of the same formula
// made of tensor operations, so that either gives the same bits.

import { addProducts, addTo, batchNorm, BLOCK, factors } from './batch-norm';
import { addRows, sum } from './reduction';

/** to[channel] += Σ over rows of (x − mean)², in the order of `addRows`. */
function addSquares(x: usize, mean: usize, rows: i32, channels: i32, to: usize): void {
  const pitch = (<usize>channels) << 2;
  const vectors = pitch & ~15;
  let row = 0;
  for (; row + 4 <= rows; row += 4) {
    const x1 = x + pitch;
    const x2 = x1 + pitch;
    const x3 = x2 + pitch;
    for (let at: usize = 0; at < vectors; at += 16) {
      const centre = v128.load(mean + at);
      const d0 = f32x4.sub(v128.load(x + at), centre);
      const d1 = f32x4.sub(v128.load(x1 + at), centre);
      const d2 = f32x4.sub(v128.load(x2 + at), centre);
      const d3 = f32x4.sub(v128.load(x3 + at), centre);
      const first = f32x4.add(f32x4.mul(d0, d0), f32x4.mul(d1, d1));
      const second = f32x4.add(f32x4.mul(d2, d2), f32x4.mul(d3, d3));
      v128.store(to + at, f32x4.add(v128.load(to + at), f32x4.add(first, second)));
    }
    for (let at = vectors; at < pitch; at += 4) {
      const centre = load<f32>(mean + at);
      const d0 = load<f32>(x + at) - centre;
      const d1 = load<f32>(x1 + at) - centre;
      const d2 = load<f32>(x2 + at) - centre;
      const d3 = load<f32>(x3 + at) - centre;
      store<f32>(to + at, load<f32>(to + at) + (d0 * d0 + d1 * d1 + (d2 * d2 + d3 * d3)));
    }
    x = x3 + pitch;
  }
  for (; row < rows; row++, x += pitch) {
    for (let at: usize = 0; at < vectors; at += 16) {
      const d = f32x4.sub(v128.load(x + at), v128.load(mean + at));
      v128.store(to + at, f32x4.add(v128.load(to + at), f32x4.mul(d, d)));
    }
    for (let at = vectors; at < pitch; at += 4) {
      const d = load<f32>(x + at) - load<f32>(mean + at);
      store<f32>(to + at, load<f32>(to + at) + d * d);
    }
  }
}

/** next = old − (old − value)·decay. */
function moveAverage(old: usize, value: usize, decay: f32, next: usize, channels: i32): void {
  for (let at: usize = 0; at < (<usize>channels) << 2; at += 4) {
    const average = load<f32>(old + at);
    store<f32>(next + at, average - (average - load<f32>(value + at)) * decay);
  }
}

/**
 * The forward pass.
 *
 * @param x [rows][channels], of at least two channels; y alike.
 * @param decay How far the moving averages go to the moments of the batch.
 * @param scratch Room for `channels` floats.
 */
export function batchNormTraining(
  x: usize,
  scale: usize,
  offset: usize,
  movingMean: usize,
  movingVariance: usize,
  epsilon: f32,
  decay: f32,
  rows: i32,
  channels: i32,
  y: usize,
  mean: usize,
  variance: usize,
  newMovingMean: usize,
  newMovingVariance: usize,
  scratch: usize,
): void {
  const pitch = (<usize>channels) << 2;
  sum(x, mean, 1, rows, channels, <f32>rows, scratch);
  memory.fill(variance, 0, pitch);
  for (let first = 0; first < rows; first += BLOCK) {
    memory.fill(scratch, 0, pitch);
    addSquares(x + <usize>first * pitch, mean, min(rows - first, BLOCK), channels, scratch);
    addRows(scratch, 1, channels, variance);
  }
  for (let at: usize = 0; at < pitch; at += 4) {
    store<f32>(variance + at, load<f32>(variance + at) / <f32>rows);
  }
  batchNorm(x, mean, variance, offset, scale, epsilon, y, rows, channels, scratch);
  moveAverage(movingMean, mean, decay, newMovingMean, channels);
  moveAverage(movingVariance, variance, decay, newMovingVariance, channels);
}

/** to[channel] += Σ over rows of slope·2·(x − mean), in the order of `addRows`. */
function addCentred(
  x: usize,
  mean: usize,
  slope: usize,
  rows: i32,
  channels: i32,
  to: usize,
): void {
  const pitch = (<usize>channels) << 2;
  const vectors = pitch & ~15;
  let row = 0;
  for (; row + 4 <= rows; row += 4) {
    const x1 = x + pitch;
    const x2 = x1 + pitch;
    const x3 = x2 + pitch;
    for (let at: usize = 0; at < vectors; at += 16) {
      const centre = v128.load(mean + at);
      const factor = v128.load(slope + at);
      const d0 = f32x4.sub(v128.load(x + at), centre);
      const d1 = f32x4.sub(v128.load(x1 + at), centre);
      const d2 = f32x4.sub(v128.load(x2 + at), centre);
      const d3 = f32x4.sub(v128.load(x3 + at), centre);
      const first = f32x4.add(
        f32x4.mul(factor, f32x4.add(d0, d0)),
        f32x4.mul(factor, f32x4.add(d1, d1)),
      );
      const second = f32x4.add(
        f32x4.mul(factor, f32x4.add(d2, d2)),
        f32x4.mul(factor, f32x4.add(d3, d3)),
      );
      v128.store(to + at, f32x4.add(v128.load(to + at), f32x4.add(first, second)));
    }
    for (let at = vectors; at < pitch; at += 4) {
      const centre = load<f32>(mean + at);
      const factor = load<f32>(slope + at);
      const d0 = load<f32>(x + at) - centre;
      const d1 = load<f32>(x1 + at) - centre;
      const d2 = load<f32>(x2 + at) - centre;
      const d3 = load<f32>(x3 + at) - centre;
      const first = factor * (d0 + d0) + factor * (d1 + d1);
      const second = factor * (d2 + d2) + factor * (d3 + d3);
      store<f32>(to + at, load<f32>(to + at) + (first + second));
    }
    x = x3 + pitch;
  }
  for (; row < rows; row++, x += pitch) {
    for (let at: usize = 0; at < vectors; at += 16) {
      const d = f32x4.sub(v128.load(x + at), v128.load(mean + at));
      const product = f32x4.mul(v128.load(slope + at), f32x4.add(d, d));
      v128.store(to + at, f32x4.add(v128.load(to + at), product));
    }
    for (let at = vectors; at < pitch; at += 4) {
      const d = load<f32>(x + at) - load<f32>(mean + at);
      store<f32>(to + at, load<f32>(to + at) + load<f32>(slope + at) * (d + d));
    }
  }
}

/**
 * The gradients of y, through the moments too.
 *
 * @param x [rows][channels], of at least two channels; dy and dx alike.
 * @param dScale [channels]; dOffset alike.
 * @param scratch Room for six times `channels` floats.
 */
export function batchNormTrainingGradient(
  x: usize,
  dy: usize,
  mean: usize,
  variance: usize,
  scale: usize,
  epsilon: f32,
  rows: i32,
  channels: i32,
  dx: usize,
  dScale: usize,
  dOffset: usize,
  scratch: usize,
): void {
  const pitch = (<usize>channels) << 2;
  const vectors = pitch & ~15;
  const factor = scratch;
  /** dVariance / rows. */
  const slope = factor + pitch;
  /** dMean, then dMean / rows. */
  const shift = slope + pitch;
  const sums = shift + pitch;
  const products = sums + pitch;
  const drift = products + pitch;
  const count = <f32>rows;
  memory.fill(dOffset, 0, pitch);
  memory.fill(dScale, 0, pitch);
  for (let first = 0; first < rows; first += BLOCK) {
    const offset = <usize>first * pitch;
    memory.fill(sums, 0, pitch << 1);
    addProducts(x + offset, dy + offset, mean, min(rows - first, BLOCK), channels, sums, products);
    addTo(dOffset, sums, pitch);
    addTo(dScale, products, pitch);
  }
  factors(variance, scale, epsilon, factor, channels);
  for (let at: usize = 0; at < pitch; at += 4) {
    const inverse = <f32>1 / sqrt<f32>(load<f32>(variance + at) + epsilon);
    const channelFactor = load<f32>(factor + at);
    const product = load<f32>(dScale + at);
    store<f32>(shift + at, -channelFactor * load<f32>(dOffset + at));
    store<f32>(slope + at, (<f32>-0.5 * inverse * inverse * channelFactor * product) / count);
    store<f32>(dScale + at, inverse * product);
  }
  // What the variance says of the mean: 0 but for roundings, which are kept.
  memory.fill(drift, 0, pitch);
  for (let first = 0; first < rows; first += BLOCK) {
    memory.fill(sums, 0, pitch);
    addCentred(x + <usize>first * pitch, mean, slope, min(rows - first, BLOCK), channels, sums);
    addRows(sums, 1, channels, drift);
  }
  for (let at: usize = 0; at < pitch; at += 4) {
    store<f32>(shift + at, (load<f32>(shift + at) + -load<f32>(drift + at)) / count);
  }
  for (let row = 0; row < rows; row++, x += pitch, dy += pitch, dx += pitch) {
    for (let at: usize = 0; at < vectors; at += 16) {
      const direct = f32x4.mul(v128.load(dy + at), v128.load(factor + at));
      const d = f32x4.sub(v128.load(x + at), v128.load(mean + at));
      const spread = f32x4.mul(v128.load(slope + at), f32x4.add(d, d));
      v128.store(dx + at, f32x4.add(f32x4.add(direct, spread), v128.load(shift + at)));
    }
    for (let at = vectors; at < pitch; at += 4) {
      const direct = load<f32>(dy + at) * load<f32>(factor + at);
      const d = load<f32>(x + at) - load<f32>(mean + at);
      store<f32>(dx + at, direct + load<f32>(slope + at) * (d + d) + load<f32>(shift + at));
    }
  }
}
