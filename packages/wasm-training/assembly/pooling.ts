// Pooling and its gradients. A window is clipped to the image: padding is no maximum, and does not
// count in an average.

import { loadSome, storeSome } from './elementwise';
import {
  batch,
  filterDepth,
  filterHeight,
  filterWidth,
  inChannels,
  inDepth,
  inHeight,
  inWidth,
  outDepth,
  outHeight,
  outWidth,
  padFront,
  padLeft,
  padTop,
  strideX,
  strideY,
  strideZ,
} from './geometry';

// The part of the current window that is inside the image, and the bytes between its elements.
let planes: i32 = 0;
let rows: i32 = 0;
let columns: i32 = 0;
let planeStep: usize = 0;
let rowStep: usize = 0;
let columnStep: usize = 0;

/**
 * Adds the dy of four channels to the largest element of each.
 *
 * @param toLast Whether the last of equal elements receives it, or the first.
 */
// @ts-expect-error: the compiler knows this decorator.
@inline
function routeVector(x: usize, dy: usize, dx: usize, toLast: bool): void {
  let best = f32x4.splat(-Infinity);
  let winner = i32x4.splat(-1);
  let tap = 0;
  for (let plane = 0; plane < planes; plane++, x += planeStep) {
    let line = x;
    for (let row = 0; row < rows; row++, line += rowStep) {
      let at = line;
      for (let column = 0; column < columns; column++, tap++, at += columnStep) {
        const value = v128.load(at);
        const wins = toLast ? f32x4.ge(value, best) : f32x4.gt(value, best);
        best = v128.bitselect(value, best, wins);
        winner = v128.bitselect(i32x4.splat(tap), winner, wins);
      }
    }
  }
  const gradient = v128.load(dy);
  tap = 0;
  for (let plane = 0; plane < planes; plane++, dx += planeStep) {
    let line = dx;
    for (let row = 0; row < rows; row++, line += rowStep) {
      let at = line;
      for (let column = 0; column < columns; column++, tap++, at += columnStep) {
        const share = v128.and(gradient, i32x4.eq(winner, i32x4.splat(tap)));
        v128.store(at, f32x4.add(v128.load(at), share));
      }
    }
  }
}

/** `routeVector` for one channel. */
function routeOne(x: usize, dy: usize, dx: usize, toLast: bool): void {
  let best: f32 = -Infinity;
  let winner: usize = 0;
  let found = false;
  for (let plane = 0; plane < planes; plane++) {
    for (let row = 0; row < rows; row++) {
      let offset = <usize>plane * planeStep + <usize>row * rowStep;
      for (let column = 0; column < columns; column++, offset += columnStep) {
        const value = load<f32>(x + offset);
        if (toLast ? value >= best : value > best) {
          best = value;
          winner = offset;
          found = true;
        }
      }
    }
  }
  if (found) store<f32>(dx + winner, load<f32>(dx + winner) + load<f32>(dy));
}

/**
 * Adds the dy of every channel to the largest element of each. As on tfjs' cpu backend, equal
 * elements of an image leave it to the first of them, those of a volume to the last.
 */
function route(x: usize, dy: usize, dx: usize, isVolume: bool): void {
  const end = dy + ((<usize>inChannels) << 2);
  const vectorEnd = dy + ((<usize>(inChannels & ~3)) << 2);
  if (isVolume) {
    for (; dy < vectorEnd; x += 16, dy += 16, dx += 16) routeVector(x, dy, dx, true);
  } else {
    for (; dy < vectorEnd; x += 16, dy += 16, dx += 16) routeVector(x, dy, dx, false);
  }
  for (; dy < end; x += 4, dy += 4, dx += 4) routeOne(x, dy, dx, isVolume);
}

/** Elements of the windows that have a loop of their own. */
const RUN: i32 = 4;

/**
 * `route` in a window of an image whose `RUN` elements lie `step` bytes apart, and in no other
 * window: dx is written, whatever was there.
 */
function routeRun(x: usize, dy: usize, dx: usize, step: usize): void {
  const bytes = (<usize>inChannels) << 2;
  const vectors = bytes & ~15;
  const zero = f32x4.splat(0);
  for (let at: usize = 0; at < bytes; at += at < vectors ? 16 : 4) {
    const isVector = at < vectors;
    const from = x + at;
    const to = dx + at;
    const x0 = loadSome(from, isVector);
    const x1 = loadSome(from + step, isVector);
    const x2 = loadSome(from + 2 * step, isVector);
    const x3 = loadSome(from + 3 * step, isVector);
    const wins0 = f32x4.gt(x0, f32x4.splat(-Infinity));
    const best0 = v128.bitselect(x0, f32x4.splat(-Infinity), wins0);
    const wins1 = f32x4.gt(x1, best0);
    const best1 = v128.bitselect(x1, best0, wins1);
    const wins2 = f32x4.gt(x2, best1);
    const wins3 = f32x4.gt(x3, v128.bitselect(x2, best1, wins2));
    // Zero and −0 are 0.
    const gradient = f32x4.add(loadSome(dy + at, isVector), zero);
    const not3 = v128.andnot(gradient, wins3);
    const not2 = v128.andnot(not3, wins2);
    storeSome(to, v128.and(v128.andnot(not2, wins1), wins0), isVector);
    storeSome(to + step, v128.and(not2, wins1), isVector);
    storeSome(to + 2 * step, v128.and(not3, wins2), isVector);
    storeSome(to + 3 * step, v128.and(gradient, wins3), isVector);
  }
}

/** Fills the window of dx with zeros. */
function clearWindow(dx: usize): void {
  for (let row = 0; row < rows; row++) {
    memory.fill(dx + <usize>row * rowStep, 0, <usize>columns * columnStep);
  }
}

/** `route` where each element of an image is in one window. */
function routeTile(x: usize, dy: usize, dx: usize): void {
  if (rows === RUN && columns === 1) {
    routeRun(x, dy, dx, rowStep);
  } else if (rows === 1 && columns === RUN) {
    routeRun(x, dy, dx, columnStep);
  } else {
    clearWindow(dx);
    route(x, dy, dx, false);
  }
}

/** Whether each element of the images is in one window. */
function isTiled(): bool {
  return (
    strideY === filterHeight &&
    strideX === filterWidth &&
    outHeight * strideY - padTop >= inHeight &&
    outWidth * strideX - padLeft >= inWidth
  );
}

/** Adds dy / count to every element of the window. */
function spread(dy: usize, dx: usize): void {
  const count = <f32>(planes * rows * columns);
  const bytes = (<usize>inChannels) << 2;
  const vectors = bytes & ~15;
  for (let plane = 0; plane < planes; plane++) {
    for (let row = 0; row < rows; row++) {
      let to = dx + <usize>plane * planeStep + <usize>row * rowStep;
      for (let column = 0; column < columns; column++, to += columnStep) {
        for (let at: usize = 0; at < vectors; at += 16) {
          const share = f32x4.div(v128.load(dy + at), f32x4.splat(count));
          v128.store(to + at, f32x4.add(v128.load(to + at), share));
        }
        for (let at = vectors; at < bytes; at += 4) {
          store<f32>(to + at, load<f32>(to + at) + load<f32>(dy + at) / count);
        }
      }
    }
  }
}

/**
 * y = the largest element of the window, channel by channel. NaN is skipped, as on tfjs' cpu backend.
 */
function largest(x: usize, y: usize): void {
  const bytes = (<usize>inChannels) << 2;
  for (let at: usize = 0; at < bytes; at += 4) store<f32>(y + at, -Infinity);
  for (let plane = 0; plane < planes; plane++) {
    for (let row = 0; row < rows; row++) {
      let from = x + <usize>plane * planeStep + <usize>row * rowStep;
      for (let column = 0; column < columns; column++, from += columnStep) {
        for (let at: usize = 0; at < bytes; at += 4) {
          const value = load<f32>(from + at);
          if (value > load<f32>(y + at)) store<f32>(y + at, value);
        }
      }
    }
  }
}

/**
 * y = the mean of the window, channel by channel; NaN, as on tfjs' cpu backend, in an empty one.
 */
function average(x: usize, y: usize): void {
  const count = <f32>(max(planes, 0) * max(rows, 0) * max(columns, 0));
  const bytes = (<usize>inChannels) << 2;
  memory.fill(y, 0, bytes);
  for (let plane = 0; plane < planes; plane++) {
    for (let row = 0; row < rows; row++) {
      let from = x + <usize>plane * planeStep + <usize>row * rowStep;
      for (let column = 0; column < columns; column++, from += columnStep) {
        for (let at: usize = 0; at < bytes; at += 4) {
          store<f32>(y + at, load<f32>(y + at) + load<f32>(from + at));
        }
      }
    }
  }
  for (let at: usize = 0; at < bytes; at += 4) store<f32>(y + at, load<f32>(y + at) / count);
}

/** Operations of `visit`. */
const MAXIMUM: i32 = 0;
const MAXIMUM_GRADIENT: i32 = 1;
const VOLUME_MAXIMUM_GRADIENT: i32 = 2;
const AVERAGE: i32 = 3;
const AVERAGE_GRADIENT: i32 = 4;
const TILED_MAXIMUM_GRADIENT: i32 = 5;

/**
 * Visits every window.
 *
 * @param output y, or for a gradient dy.
 */
function visit(operation: i32, x: usize, output: usize, dx: usize): void {
  columnStep = (<usize>inChannels) << 2;
  rowStep = <usize>inWidth * columnStep;
  planeStep = <usize>inHeight * rowStep;
  const imageBytes = <usize>inDepth * planeStep;
  for (let image = 0; image < batch; image++, x += imageBytes, dx += imageBytes) {
    for (let outPlane = 0; outPlane < outDepth; outPlane++) {
      const originZ = outPlane * strideZ - padFront;
      const z = max(originZ, 0);
      planes = min(originZ + filterDepth, inDepth) - z;
      for (let outRow = 0; outRow < outHeight; outRow++) {
        const originY = outRow * strideY - padTop;
        const y = max(originY, 0);
        rows = min(originY + filterHeight, inHeight) - y;
        for (let outColumn = 0; outColumn < outWidth; outColumn++, output += columnStep) {
          const originX = outColumn * strideX - padLeft;
          const first = max(originX, 0);
          columns = min(originX + filterWidth, inWidth) - first;
          const isEmpty = planes <= 0 || rows <= 0 || columns <= 0;
          const offset = <usize>z * planeStep + <usize>y * rowStep + <usize>first * columnStep;
          if (operation === MAXIMUM) largest(x + offset, output);
          else if (operation === AVERAGE) average(x + offset, output);
          else if (isEmpty) continue;
          else if (operation === TILED_MAXIMUM_GRADIENT) {
            routeTile(x + offset, output, dx + offset);
          } else if (operation === AVERAGE_GRADIENT) spread(output, dx + offset);
          else route(x + offset, output, dx + offset, operation === VOLUME_MAXIMUM_GRADIENT);
        }
      }
    }
  }
}

/** Fills dx with zeros. */
function clear(dx: usize): void {
  const elements = batch * inDepth * inHeight * inWidth * inChannels;
  memory.fill(dx, 0, (<usize>elements) << 2);
}

/** y of max pooling: [batch, outDepth, outHeight, outWidth, channels]. */
export function maxPool(x: usize, y: usize): void {
  visit(MAXIMUM, x, y, 0);
}

/** dx of max pooling of images: [batch, inHeight, inWidth, channels]. */
export function maxPoolGradient(x: usize, dy: usize, dx: usize): void {
  if (isTiled()) {
    visit(TILED_MAXIMUM_GRADIENT, x, dy, dx);
    return;
  }
  clear(dx);
  visit(MAXIMUM_GRADIENT, x, dy, dx);
}

/** dx of max pooling of volumes: [batch, inDepth, inHeight, inWidth, channels]. */
export function volumeMaxPoolGradient(x: usize, dy: usize, dx: usize): void {
  clear(dx);
  visit(VOLUME_MAXIMUM_GRADIENT, x, dy, dx);
}

/** y of average pooling: [batch, outDepth, outHeight, outWidth, channels]. */
export function averagePool(x: usize, y: usize): void {
  visit(AVERAGE, x, y, 0);
}

/** dx of average pooling: [batch, inDepth, inHeight, inWidth, channels]. */
export function averagePoolGradient(dy: usize, dx: usize): void {
  clear(dx);
  visit(AVERAGE_GRADIENT, 0, dy, dx);
}
