// Gradients of pooling. A window is clipped to the image: padding neither wins nor counts.

import {
  batch,
  dilationX,
  dilationY,
  filterHeight,
  filterWidth,
  inChannels,
  inHeight,
  inWidth,
  outHeight,
  outWidth,
  padLeft,
  padTop,
  strideX,
  strideY,
} from './geometry';

/** The taps [first, end) of a window that fall inside the image, along one axis. */
function firstTap(origin: i32, dilation: i32): i32 {
  return origin >= 0 ? 0 : (dilation - 1 - origin) / dilation;
}

function endTap(origin: i32, dilation: i32, filter: i32, size: i32): i32 {
  return max(0, min(filter, (size - 1 - origin + dilation) / dilation));
}

/** Sends four channels' dy to the largest element of each; of equals to the first. */
function routeFour(
  x: usize,
  dy: usize,
  dx: usize,
  rows: i32,
  columns: i32,
  rowStep: usize,
  columnStep: usize,
): void {
  let best = f32x4.splat(-Infinity);
  let winner = i32x4.splat(-1);
  let tap = 0;
  for (let row = 0; row < rows; row++) {
    let at = x + <usize>row * rowStep;
    for (let column = 0; column < columns; column++, tap++, at += columnStep) {
      const value = v128.load(at);
      const wins = f32x4.gt(value, best);
      best = v128.bitselect(value, best, wins);
      winner = v128.bitselect(i32x4.splat(tap), winner, wins);
    }
  }
  const gradient = v128.load(dy);
  tap = 0;
  for (let row = 0; row < rows; row++) {
    let at = dx + <usize>row * rowStep;
    for (let column = 0; column < columns; column++, tap++, at += columnStep) {
      const share = v128.and(gradient, i32x4.eq(winner, i32x4.splat(tap)));
      v128.store(at, f32x4.add(v128.load(at), share));
    }
  }
}

/** `routeFour` for one channel. */
function routeOne(
  x: usize,
  dy: usize,
  dx: usize,
  rows: i32,
  columns: i32,
  rowStep: usize,
  columnStep: usize,
): void {
  let best: f32 = -Infinity;
  let winner: usize = 0;
  let found = false;
  for (let row = 0; row < rows; row++) {
    let offset = <usize>row * rowStep;
    for (let column = 0; column < columns; column++, offset += columnStep) {
      const value = load<f32>(x + offset);
      if (value > best) {
        best = value;
        winner = offset;
        found = true;
      }
    }
  }
  if (found) store<f32>(dx + winner, load<f32>(dx + winner) + load<f32>(dy));
}

/** Adds dy / count to every element of the window. */
function spread(
  dy: usize,
  dx: usize,
  rows: i32,
  columns: i32,
  rowStep: usize,
  columnStep: usize,
): void {
  const count = <f32>(rows * columns);
  const vectors = inChannels & ~3;
  for (let channel = 0; channel < vectors; channel += 4, dy += 16, dx += 16) {
    const share = f32x4.div(v128.load(dy), f32x4.splat(count));
    for (let row = 0; row < rows; row++) {
      let at = dx + <usize>row * rowStep;
      for (let column = 0; column < columns; column++, at += columnStep) {
        v128.store(at, f32x4.add(v128.load(at), share));
      }
    }
  }
  for (let channel = vectors; channel < inChannels; channel++, dy += 4, dx += 4) {
    const share = load<f32>(dy) / count;
    for (let row = 0; row < rows; row++) {
      let at = dx + <usize>row * rowStep;
      for (let column = 0; column < columns; column++, at += columnStep) {
        store<f32>(at, load<f32>(at) + share);
      }
    }
  }
}

function backward(x: usize, dy: usize, dx: usize, isMaximum: bool): void {
  const pixelBytes = (<usize>inChannels) << 2;
  memory.fill(dx, 0, <usize>(batch * inHeight * inWidth) * pixelBytes);
  const rowStep = <usize>(inWidth * dilationY) * pixelBytes;
  const columnStep = <usize>dilationX * pixelBytes;
  const vectors = inChannels & ~3;
  for (let image = 0; image < batch; image++) {
    for (let outRow = 0; outRow < outHeight; outRow++) {
      const originY = outRow * strideY - padTop;
      const top = firstTap(originY, dilationY);
      const rows = endTap(originY, dilationY, filterHeight, inHeight) - top;
      const y = image * inHeight + originY + top * dilationY;
      for (let outColumn = 0; outColumn < outWidth; outColumn++, dy += pixelBytes) {
        const originX = outColumn * strideX - padLeft;
        const left = firstTap(originX, dilationX);
        const columns = endTap(originX, dilationX, filterWidth, inWidth) - left;
        if (rows <= 0 || columns <= 0) continue;
        const offset = <usize>(y * inWidth + originX + left * dilationX) * pixelBytes;
        if (!isMaximum) {
          spread(dy, dx + offset, rows, columns, rowStep, columnStep);
          continue;
        }
        for (let channel = 0; channel < inChannels; ) {
          const at = (<usize>channel) << 2;
          const from = x + offset + at;
          const to = dx + offset + at;
          if (channel < vectors) {
            routeFour(from, dy + at, to, rows, columns, rowStep, columnStep);
            channel += 4;
          } else {
            routeOne(from, dy + at, to, rows, columns, rowStep, columnStep);
            channel++;
          }
        }
      }
    }
  }
}

/** dx of max pooling: [batch, inHeight, inWidth, channels]. */
export function maxPoolGradient(x: usize, dy: usize, dx: usize): void {
  backward(x, dy, dx, true);
}

/** dx of average pooling: [batch, inHeight, inWidth, channels]. */
export function averagePoolGradient(dy: usize, dx: usize): void {
  backward(0, dy, dx, false);
}
