// Dropout, alone and in what follows the gate of a residual block.

import { drawAlea, seedAlea } from './alea';
import { addRows } from './reduction';

/** Numbers that are drawn before they are used, so that they stay near. */
const DRAWN: i32 = 2048;

/** Rows that are summed before their sum joins the total, as in reduction.ts. */
const BLOCK: i32 = 64;

/** multiplier = ⌊u + keep⌋ / keep for the next `count` u in [0, 1) of the generator. */
function drawMultipliers(multiplier: usize, count: i32, keep: f32): void {
  drawAlea(multiplier, count);
  const bytes = (<usize>count) << 2;
  const vectors = bytes & ~15;
  const unit: f32 = <f32>1 / 4294967296;
  for (let at: usize = 0; at < vectors; at += 16) {
    const u = f32x4.mul(f32x4.convert_i32x4_u(v128.load(multiplier + at)), f32x4.splat(unit));
    const kept = f32x4.floor(f32x4.add(u, f32x4.splat(keep)));
    v128.store(multiplier + at, f32x4.div(kept, f32x4.splat(keep)));
  }
  for (let at = vectors; at < bytes; at += 4) {
    const u = <f32>load<u32>(multiplier + at) * unit;
    store<f32>(multiplier + at, floor<f32>(u + keep) / keep);
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
  for (let first = 0; first < size; first += DRAWN) {
    const count = min(size - first, DRAWN);
    drawMultipliers(multiplier, count, keep);
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
  const vectors = pitch & ~15;
  const drawnRows = max(1, DRAWN / channels);
  seedAlea(s0, s1, s2);
  for (let i = 0; i < batch; i++, gate += pitch) {
    for (let row = 0; row < frames; row++) {
      if (multiplier && row % drawnRows === 0) {
        drawMultipliers(multiplier, min(frames - row, drawnRows) * channels, keep);
      }
      for (let at: usize = 0; at < vectors; at += 16) {
        let gated = f32x4.mul(v128.load(x + at), v128.load(gate + at));
        if (multiplier) gated = f32x4.mul(gated, v128.load(multiplier + at));
        v128.store(y + at, f32x4.add(v128.load(skip + at), gated));
      }
      for (let at = vectors; at < pitch; at += 4) {
        let gated = load<f32>(x + at) * load<f32>(gate + at);
        if (multiplier) gated *= load<f32>(multiplier + at);
        store<f32>(y + at, load<f32>(skip + at) + gated);
      }
      x += pitch;
      skip += pitch;
      y += pitch;
      if (multiplier) multiplier += pitch;
    }
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
  const vectors = pitch & ~15;
  const products = scratch + pitch;
  for (let i = 0; i < batch; i++, gate += pitch, dGate += pitch) {
    memory.fill(dGate, 0, pitch);
    for (let first = 0; first < frames; first += BLOCK) {
      const rows = min(frames - first, BLOCK);
      let product = products;
      for (let row = 0; row < rows; row++, product += pitch) {
        for (let at: usize = 0; at < vectors; at += 16) {
          let gradient = v128.load(dy + at);
          if (multiplier) gradient = f32x4.mul(gradient, v128.load(multiplier + at));
          v128.store(dx + at, f32x4.mul(gradient, v128.load(gate + at)));
          v128.store(product + at, f32x4.mul(gradient, v128.load(x + at)));
        }
        for (let at = vectors; at < pitch; at += 4) {
          let gradient = load<f32>(dy + at);
          if (multiplier) gradient *= load<f32>(multiplier + at);
          store<f32>(dx + at, gradient * load<f32>(gate + at));
          store<f32>(product + at, gradient * load<f32>(x + at));
        }
        dy += pitch;
        x += pitch;
        dx += pitch;
        if (multiplier) multiplier += pitch;
      }
      memory.fill(scratch, 0, pitch);
      addRows(products, rows, channels, scratch);
      addRows(scratch, 1, channels, dGate);
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
