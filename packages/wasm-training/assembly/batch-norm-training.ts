// Batch normalisation by the moments of the batch itself, as layers train it: moments, normalisation
// and moving averages in one, and their gradient. Order and roundings are those of the same formula
// made of tensor operations, so that either gives the same bits.

import { addTo, BLOCK, factors, normalise } from './batch-norm';
import { rectified, rectifiedGradient } from './elementwise';
import { addRows, sum } from './reduction';

/** x[row][column] += bias[column], rectified where asked, in place. */
function addBias(x: usize, bias: usize, rectifies: bool, rows: i32, channels: i32): void {
  const pitch = (<usize>channels) << 2;
  const vectors = pitch & ~15;
  for (let row = 0; row < rows; row++, x += pitch) {
    for (let at: usize = 0; at < vectors; at += 16) {
      const biased = f32x4.add(v128.load(x + at), v128.load(bias + at));
      v128.store(x + at, rectifies ? rectified(biased) : biased);
    }
    for (let at = vectors; at < pitch; at += 4) {
      const biased = f32x4.splat(load<f32>(x + at) + load<f32>(bias + at));
      v128.store32_lane(x + at, rectifies ? rectified(biased) : biased, 0);
    }
  }
}

/** mean[channel] = Σ over rows of x / rows, after `addBias`, a block at a time. */
function biasedMean(
  x: usize,
  bias: usize,
  rectifies: bool,
  mean: usize,
  rows: i32,
  channels: i32,
  scratch: usize,
): void {
  const pitch = (<usize>channels) << 2;
  memory.fill(mean, 0, pitch);
  for (let first = 0; first < rows; first += BLOCK) {
    const count = min(rows - first, BLOCK);
    const block = x + <usize>first * pitch;
    addBias(block, bias, rectifies, count, channels);
    memory.fill(scratch, 0, pitch);
    addRows(block, count, channels, scratch);
    addRows(scratch, 1, channels, mean);
  }
  for (let at: usize = 0; at < pitch; at += 4) {
    store<f32>(mean + at, load<f32>(mean + at) / <f32>rows);
  }
}

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
 * @param bias [channels], which is added to x in place first; 0 for none.
 * @param rectifiesInput Whether x is rectified in place after that.
 * @param rectifiesOutput Whether y is rectified.
 * @param decay How far the moving averages go to the moments of the batch.
 * @param scratch Room for `channels` floats.
 */
export function batchNormTraining(
  x: usize,
  bias: usize,
  rectifiesInput: bool,
  rectifiesOutput: bool,
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
  if (bias) biasedMean(x, bias, rectifiesInput, mean, rows, channels, scratch);
  else sum(x, mean, 1, rows, channels, <f32>rows, scratch);
  memory.fill(variance, 0, pitch);
  for (let first = 0; first < rows; first += BLOCK) {
    memory.fill(scratch, 0, pitch);
    addSquares(x + <usize>first * pitch, mean, min(rows - first, BLOCK), channels, scratch);
    addRows(scratch, 1, channels, variance);
  }
  for (let at: usize = 0; at < pitch; at += 4) {
    store<f32>(variance + at, load<f32>(variance + at) / <f32>rows);
  }
  if (rectifiesOutput) {
    normalise<f32>(x, mean, variance, offset, scale, epsilon, y, rows, channels, scratch);
  } else {
    normalise<i32>(x, mean, variance, offset, scale, epsilon, y, rows, channels, scratch);
  }
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

// How a gradient passes a rectifier. As types, each has a loop of its own.

/** There is none. */
const PLAIN: i32 = 0;
type Plain = i32;
/** What was rectified is finite. */
const FINITE: i32 = 1;
type Finite = f32;
/** It may be NaN. */
const ANY: i32 = 2;
type Any = f64;

/** dy where x > 0, else 0, as `reluGradient` has it. */
// @ts-ignore: decorator
@inline
function pass<Way>(x: v128, dy: v128): v128 {
  if (isInteger<Way>()) return dy;
  if (sizeof<Way>() === 8) return rectifiedGradient(x, dy);
  // A difference with itself is 0, or NaN where 0 times it would be.
  return f32x4.sub(dy, v128.and(dy, f32x4.le(x, f32x4.splat(0))));
}

/** Whether all moments and weights are finite; then all of x is, and y. */
function isFinite(mean: usize, factor: usize, offset: usize, channels: i32): bool {
  for (let at: usize = 0; at < (<usize>channels) << 2; at += 4) {
    const sum = load<f32>(mean + at) + load<f32>(factor + at) + load<f32>(offset + at);
    if (sum - sum !== 0) return false;
  }
  return true;
}

/** sums[channel] += Σ dy; products[channel] += Σ dy·(x − mean), for dy behind the rectifier. */
function addProducts<Way>(
  x: usize,
  dy: usize,
  mean: usize,
  factor: usize,
  offset: usize,
  rows: i32,
  channels: i32,
  sums: usize,
  products: usize,
): void {
  const pitch = (<usize>channels) << 2;
  const vectors = pitch & ~15;
  let row = 0;
  for (; row + 2 <= rows; row += 2) {
    const x1 = x + pitch;
    const dy1 = dy + pitch;
    for (let at: usize = 0; at < vectors; at += 16) {
      const centre = v128.load(mean + at);
      const scale = v128.load(factor + at);
      const shift = v128.load(offset + at);
      const centred = f32x4.sub(v128.load(x + at), centre);
      const y = f32x4.add(f32x4.mul(centred, scale), shift);
      const gradient = pass<Way>(y, v128.load(dy + at));
      const centred1 = f32x4.sub(v128.load(x1 + at), centre);
      const y1 = f32x4.add(f32x4.mul(centred1, scale), shift);
      const gradient1 = pass<Way>(y1, v128.load(dy1 + at));
      v128.store(sums + at, f32x4.add(f32x4.add(v128.load(sums + at), gradient), gradient1));
      const product = f32x4.add(v128.load(products + at), f32x4.mul(gradient, centred));
      v128.store(products + at, f32x4.add(product, f32x4.mul(gradient1, centred1)));
    }
    for (let i: usize = 0; i < 2; i++, x += pitch, dy += pitch) {
      addRemainder<Way>(x, dy, mean, factor, offset, vectors, pitch, sums, products);
    }
  }
  for (; row < rows; row++, x += pitch, dy += pitch) {
    for (let at: usize = 0; at < vectors; at += 16) {
      const centred = f32x4.sub(v128.load(x + at), v128.load(mean + at));
      const y = f32x4.add(f32x4.mul(centred, v128.load(factor + at)), v128.load(offset + at));
      const gradient = pass<Way>(y, v128.load(dy + at));
      v128.store(sums + at, f32x4.add(v128.load(sums + at), gradient));
      const product = f32x4.mul(gradient, centred);
      v128.store(products + at, f32x4.add(v128.load(products + at), product));
    }
    addRemainder<Way>(x, dy, mean, factor, offset, vectors, pitch, sums, products);
  }
}

/** `addProducts` of the channels of a row that are no vector. */
function addRemainder<Way>(
  x: usize,
  dy: usize,
  mean: usize,
  factor: usize,
  offset: usize,
  first: usize,
  pitch: usize,
  sums: usize,
  products: usize,
): void {
  for (let at = first; at < pitch; at += 4) {
    const centred = load<f32>(x + at) - load<f32>(mean + at);
    const y = f32x4.splat(centred * load<f32>(factor + at) + load<f32>(offset + at));
    const gradient = f32x4.extract_lane(pass<Way>(y, v128.load32_splat(dy + at)), 0);
    store<f32>(sums + at, load<f32>(sums + at) + gradient);
    store<f32>(products + at, load<f32>(products + at) + gradient * centred);
  }
}

/** dx of `rows` rows. The gradients are those of `batchNormTrainingGradient`. */
function inputGradients<InputWay, OutputWay>(
  x: usize,
  dy: usize,
  mean: usize,
  factor: usize,
  offset: usize,
  slope: usize,
  shift: usize,
  rows: i32,
  channels: i32,
  dx: usize,
): void {
  const pitch = (<usize>channels) << 2;
  const vectors = pitch & ~15;
  for (let row = 0; row < rows; row++, x += pitch, dy += pitch, dx += pitch) {
    for (let at: usize = 0; at < vectors; at += 16) {
      const value = v128.load(x + at);
      const centred = f32x4.sub(value, v128.load(mean + at));
      const scale = v128.load(factor + at);
      const y = f32x4.add(f32x4.mul(centred, scale), v128.load(offset + at));
      const gradient = pass<OutputWay>(y, v128.load(dy + at));
      const spread = f32x4.mul(v128.load(slope + at), f32x4.add(centred, centred));
      const sum = f32x4.add(f32x4.mul(gradient, scale), spread);
      v128.store(dx + at, pass<InputWay>(value, f32x4.add(sum, v128.load(shift + at))));
    }
    for (let at = vectors; at < pitch; at += 4) {
      const value = v128.load32_splat(x + at);
      const centred = f32x4.sub(value, v128.load32_splat(mean + at));
      const scale = v128.load32_splat(factor + at);
      const y = f32x4.add(f32x4.mul(centred, scale), v128.load32_splat(offset + at));
      const gradient = pass<OutputWay>(y, v128.load32_splat(dy + at));
      const spread = f32x4.mul(v128.load32_splat(slope + at), f32x4.add(centred, centred));
      const sum = f32x4.add(f32x4.mul(gradient, scale), spread);
      const all = pass<InputWay>(value, f32x4.add(sum, v128.load32_splat(shift + at)));
      v128.store32_lane(dx + at, all, 0);
    }
  }
}

/**
 * The gradients of y, through the moments too.
 *
 * @param x [rows][channels] as the forward pass left it, of at least two channels; dy and dx alike.
 * @param dBias [channels], the sums of dx; 0 where there was no bias.
 * @param dScale [channels]; dOffset alike.
 * @param scratch Room for six times `channels` floats.
 */
export function batchNormTrainingGradient(
  x: usize,
  dy: usize,
  mean: usize,
  variance: usize,
  scale: usize,
  offset: usize,
  rectifiesInput: bool,
  rectifiesOutput: bool,
  epsilon: f32,
  rows: i32,
  channels: i32,
  dx: usize,
  dScale: usize,
  dOffset: usize,
  dBias: usize,
  scratch: usize,
): void {
  const pitch = (<usize>channels) << 2;
  const factor = scratch;
  /** dVariance / rows. */
  const slope = factor + pitch;
  /** dMean, then dMean / rows. */
  const shift = slope + pitch;
  const sums = shift + pitch;
  const products = sums + pitch;
  const drift = products + pitch;
  const count = <f32>rows;
  factors(variance, scale, epsilon, factor, channels);
  const mode = isFinite(mean, factor, offset, channels) ? FINITE : ANY;
  const inputMode = rectifiesInput ? mode : PLAIN;
  const outputMode = rectifiesOutput ? mode : PLAIN;
  memory.fill(dOffset, 0, pitch);
  memory.fill(dScale, 0, pitch);
  for (let first = 0; first < rows; first += BLOCK) {
    const start = <usize>first * pitch;
    memory.fill(sums, 0, pitch << 1);
    const part = min(rows - first, BLOCK);
    if (outputMode === PLAIN) {
      addProducts<Plain>(x + start, dy + start, mean, factor, offset, part, channels, sums, products);
    } else if (outputMode === FINITE) {
      addProducts<Finite>(x + start, dy + start, mean, factor, offset, part, channels, sums, products);
    } else {
      addProducts<Any>(x + start, dy + start, mean, factor, offset, part, channels, sums, products);
    }
    addTo(dOffset, sums, pitch);
    addTo(dScale, products, pitch);
  }
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
  if (dBias) memory.fill(dBias, 0, pitch);
  for (let first = 0; first < rows; first += BLOCK) {
    const start = <usize>first * pitch;
    const part = min(rows - first, BLOCK);
    if (inputMode === ANY && outputMode === ANY) {
      inputGradients<Any, Any>(x + start, dy + start, mean, factor, offset, slope, shift, part, channels, dx + start);
    } else if (inputMode === ANY) {
      inputGradients<Any, Plain>(x + start, dy + start, mean, factor, offset, slope, shift, part, channels, dx + start);
    } else if (outputMode === ANY) {
      inputGradients<Plain, Any>(x + start, dy + start, mean, factor, offset, slope, shift, part, channels, dx + start);
    } else if (inputMode === FINITE && outputMode === FINITE) {
      inputGradients<Finite, Finite>(x + start, dy + start, mean, factor, offset, slope, shift, part, channels, dx + start);
    } else if (inputMode === FINITE) {
      inputGradients<Finite, Plain>(x + start, dy + start, mean, factor, offset, slope, shift, part, channels, dx + start);
    } else if (outputMode === FINITE) {
      inputGradients<Plain, Finite>(x + start, dy + start, mean, factor, offset, slope, shift, part, channels, dx + start);
    } else {
      inputGradients<Plain, Plain>(x + start, dy + start, mean, factor, offset, slope, shift, part, channels, dx + start);
    }
    if (!dBias) continue;
    memory.fill(sums, 0, pitch);
    addRows(dx + start, part, channels, sums);
    addRows(sums, 1, channels, dBias);
  }
}
