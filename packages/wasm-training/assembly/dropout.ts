// Dropout, alone and in what follows the gate of a residual block.

import { drawAlea, seedAlea } from './alea';
import { addRows } from './reduction';

/** Numbers that are drawn before they are used, so that they stay near. */
const DRAWN: i32 = 2048;

/** Rows that are summed before their sum joins the total, as in reduction.ts. */
const BLOCK: i32 = 64;

/** What a number of the generator, times 2³², becomes: ⌊u + keep⌋, in float32. */
function wholes(drawn: u32, keep: f32): f32 {
  return floor<f32>(<f32>drawn * (<f32>1 / 4294967296) + keep);
}

/** The least number of the generator for which `wholes` is 1 or more. */
function threshold(keep: f32): u32 {
  let above: u64 = 0xffffffff;
  let below: u64 = 0;
  while (below < above) {
    const middle = (below + above) >> 1;
    if (wholes(<u32>middle, keep) >= 1) above = middle;
    else below = middle + 1;
  }
  return <u32>above;
}

/**
 * multiplier = ⌊u + keep⌋ / keep for the next `count` u in [0, 1) of the generator.
 *
 * @param least The `threshold`.
 */
function drawMultipliers(multiplier: usize, count: i32, keep: f32, least: u32): void {
  drawAlea(multiplier, count);
  const bytes = (<usize>count) << 2;
  // A rate below float32's precision: some are 2.
  const isSingle = wholes(0xffffffff, keep) < 2;
  const vectors = isSingle ? bytes & ~15 : 0;
  const most = i32x4.splat(<i32>least);
  const kept = f32x4.splat(<f32>1 / keep);
  for (let at: usize = 0; at < vectors; at += 16) {
    const isKept = i32x4.ge_u(v128.load(multiplier + at), most);
    v128.store(multiplier + at, v128.and(isKept, kept));
  }
  for (let at = vectors; at < bytes; at += 4) {
    store<f32>(multiplier + at, wholes(load<u32>(multiplier + at), keep) / keep);
  }
}

/**
 * y = x·multiplier.
 *
 * @param s0 The words of the generator's seed.
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
  seedAlea(s0, s1, s2);
  const least = threshold(keep);
  for (let first = 0; first < size; first += DRAWN) {
    const count = min(size - first, DRAWN);
    drawMultipliers(multiplier, count, keep, least);
    const bytes = (<usize>count) << 2;
    const vectors = bytes & ~15;
    for (let at: usize = 0; at < vectors; at += 16) {
      v128.store(y + at, f32x4.mul(v128.load(x + at), v128.load(multiplier + at)));
    }
    for (let at = vectors; at < bytes; at += 4) {
      store<f32>(y + at, load<f32>(x + at) * load<f32>(multiplier + at));
    }
    x += bytes;
    y += bytes;
    multiplier += bytes;
  }
}

/** y = skip + x·gate, times multiplier where `Masked` is a float, for `rows` rows. */
function addGated<Masked>(
  x: usize,
  gate: usize,
  skip: usize,
  y: usize,
  multiplier: usize,
  rows: i32,
  pitch: usize,
): void {
  const vectors = pitch & ~15;
  for (let row = 0; row < rows; row++) {
    for (let at: usize = 0; at < vectors; at += 16) {
      let gated = f32x4.mul(v128.load(x + at), v128.load(gate + at));
      if (isFloat<Masked>()) gated = f32x4.mul(gated, v128.load(multiplier + at));
      v128.store(y + at, f32x4.add(v128.load(skip + at), gated));
    }
    for (let at = vectors; at < pitch; at += 4) {
      let gated = load<f32>(x + at) * load<f32>(gate + at);
      if (isFloat<Masked>()) gated *= load<f32>(multiplier + at);
      store<f32>(y + at, load<f32>(skip + at) + gated);
    }
    x += pitch;
    skip += pitch;
    y += pitch;
    multiplier += pitch;
  }
}

/**
 * y = skip + x·gate·multiplier.
 *
 * @param x [batch][frames][channels]; skip, y and multiplier alike.
 * @param gate [batch][channels].
 * @param multiplier Where the dropout's mask goes; 0 for no dropout.
 */
export function gatedResidual(
  x: usize,
  gate: usize,
  skip: usize,
  s0: u32,
  s1: u32,
  s2: u32,
  keep: f32,
  y: usize,
  multiplier: usize,
  batch: i32,
  frames: i32,
  channels: i32,
): void {
  const pitch = (<usize>channels) << 2;
  const drawnRows = max(1, DRAWN / channels);
  seedAlea(s0, s1, s2);
  const least = threshold(keep);
  for (let i = 0; i < batch; i++, gate += pitch) {
    for (let first = 0; first < frames; first += drawnRows) {
      const rows = min(frames - first, drawnRows);
      if (multiplier) {
        drawMultipliers(multiplier, rows * channels, keep, least);
        addGated<f32>(x, gate, skip, y, multiplier, rows, pitch);
        multiplier += <usize>rows * pitch;
      } else {
        addGated<i32>(x, gate, skip, y, 0, rows, pitch);
      }
      x += <usize>rows * pitch;
      skip += <usize>rows * pitch;
      y += <usize>rows * pitch;
    }
  }
}

/** A block of `gatedResidualGradient`; the products are dy·multiplier·x, [rows][channels]. */
function gateGradients<Masked>(
  dy: usize,
  x: usize,
  gate: usize,
  multiplier: usize,
  dx: usize,
  product: usize,
  rows: i32,
  pitch: usize,
): void {
  const vectors = pitch & ~15;
  for (let row = 0; row < rows; row++) {
    for (let at: usize = 0; at < vectors; at += 16) {
      let gradient = v128.load(dy + at);
      if (isFloat<Masked>()) gradient = f32x4.mul(gradient, v128.load(multiplier + at));
      v128.store(dx + at, f32x4.mul(gradient, v128.load(gate + at)));
      v128.store(product + at, f32x4.mul(gradient, v128.load(x + at)));
    }
    for (let at = vectors; at < pitch; at += 4) {
      let gradient = load<f32>(dy + at);
      if (isFloat<Masked>()) gradient *= load<f32>(multiplier + at);
      store<f32>(dx + at, gradient * load<f32>(gate + at));
      store<f32>(product + at, gradient * load<f32>(x + at));
    }
    dy += pitch;
    x += pitch;
    multiplier += pitch;
    dx += pitch;
    product += pitch;
  }
}

/**
 * dx = dy·multiplier·gate, and dGate[batch][channels] = Σ over frames of dy·multiplier·x.
 *
 * @param multiplier 0 where there was no dropout.
 * @param scratch Room for 65 times `channels` floats.
 */
export function gatedResidualGradient(
  dy: usize,
  x: usize,
  gate: usize,
  multiplier: usize,
  dx: usize,
  dGate: usize,
  batch: i32,
  frames: i32,
  channels: i32,
  scratch: usize,
): void {
  const pitch = (<usize>channels) << 2;
  const products = scratch + pitch;
  for (let i = 0; i < batch; i++, gate += pitch, dGate += pitch) {
    memory.fill(dGate, 0, pitch);
    for (let first = 0; first < frames; first += BLOCK) {
      const rows = min(frames - first, BLOCK);
      if (multiplier) {
        gateGradients<f32>(dy, x, gate, multiplier, dx, products, rows, pitch);
        multiplier += <usize>rows * pitch;
      } else {
        gateGradients<i32>(dy, x, gate, 0, dx, products, rows, pitch);
      }
      memory.fill(scratch, 0, pitch);
      addRows(products, rows, channels, scratch);
      addRows(scratch, 1, channels, dGate);
      dy += <usize>rows * pitch;
      x += <usize>rows * pitch;
      dx += <usize>rows * pitch;
    }
  }
}

/** y[outer][reduced][inner] += x[outer][inner] / divisor, in place. */
export function addSpread(
  x: usize,
  y: usize,
  outer: i32,
  reduced: i32,
  inner: i32,
  divisor: f32,
): void {
  const pitch = (<usize>inner) << 2;
  const vectors = pitch & ~15;
  for (let i = 0; i < outer; i++, x += pitch) {
    for (let row = 0; row < reduced; row++, y += pitch) {
      for (let at: usize = 0; at < vectors; at += 16) {
        const part = f32x4.div(v128.load(x + at), f32x4.splat(divisor));
        v128.store(y + at, f32x4.add(v128.load(y + at), part));
      }
      for (let at = vectors; at < pitch; at += 4) {
        store<f32>(y + at, load<f32>(y + at) + load<f32>(x + at) / divisor);
      }
    }
  }
}
