// Gradients of a convolution of volumes, one product of a pixel and a tap at a time.

import {
  batch,
  filterDepth,
  filterHeight,
  filterWidth,
  inChannels,
  inDepth,
  inHeight,
  inWidth,
  outChannels,
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

/** tap[i, o] += pixel[i] · dy[o]. */
function addOuterProduct(tap: usize, pixel: usize, dy: usize): void {
  const bytes = (<usize>outChannels) << 2;
  const vectors = bytes & ~15;
  for (let i = 0; i < inChannels; i++, pixel += 4, tap += bytes) {
    const value = load<f32>(pixel);
    const four = f32x4.splat(value);
    for (let at: usize = 0; at < vectors; at += 16) {
      const product = f32x4.mul(four, v128.load(dy + at));
      v128.store(tap + at, f32x4.add(v128.load(tap + at), product));
    }
    for (let at = vectors; at < bytes; at += 4) {
      store<f32>(tap + at, load<f32>(tap + at) + value * load<f32>(dy + at));
    }
  }
}

/** pixel[i] += Σ over o of tap[i, o] · dy[o]. */
function addDotProducts(pixel: usize, tap: usize, dy: usize): void {
  const bytes = (<usize>outChannels) << 2;
  const vectors = bytes & ~15;
  for (let i = 0; i < inChannels; i++, pixel += 4, tap += bytes) {
    let four = f32x4.splat(0);
    for (let at: usize = 0; at < vectors; at += 16) {
      four = f32x4.add(four, f32x4.mul(v128.load(tap + at), v128.load(dy + at)));
    }
    let sum =
      f32x4.extract_lane(four, 0) +
      f32x4.extract_lane(four, 1) +
      f32x4.extract_lane(four, 2) +
      f32x4.extract_lane(four, 3);
    for (let at = vectors; at < bytes; at += 4) sum += load<f32>(tap + at) * load<f32>(dy + at);
    store<f32>(pixel, load<f32>(pixel) + sum);
  }
}

/** `accumulate` for one output position. */
function accumulateWindow(
  volume: usize,
  filter: usize,
  dy: usize,
  z0: i32,
  y0: i32,
  x0: i32,
  toFilter: bool,
): void {
  const pixelBytes = (<usize>inChannels) << 2;
  const tapBytes = (<usize>(inChannels * outChannels)) << 2;
  for (let kz = max(0, -z0); kz < min(filterDepth, inDepth - z0); kz++) {
    for (let ky = max(0, -y0); ky < min(filterHeight, inHeight - y0); ky++) {
      for (let kx = max(0, -x0); kx < min(filterWidth, inWidth - x0); kx++) {
        const place = ((z0 + kz) * inHeight + y0 + ky) * inWidth + x0 + kx;
        const pixel = volume + <usize>place * pixelBytes;
        const tap = filter + <usize>((kz * filterHeight + ky) * filterWidth + kx) * tapBytes;
        if (toFilter) addOuterProduct(tap, pixel, dy);
        else addDotProducts(pixel, tap, dy);
      }
    }
  }
}

/**
 * Walks over every pair of an output position and an input pixel that it reads.
 *
 * @param volume [batch, inDepth, inHeight, inWidth, inChannels]: x, or dx.
 * @param filter [filterDepth, filterHeight, filterWidth, inChannels, outChannels]: dw, or w.
 * @param dy [batch, outDepth, outHeight, outWidth, outChannels]
 * @param toFilter Whether the filter receives the products, else the volume.
 */
function accumulate(volume: usize, filter: usize, dy: usize, toFilter: bool): void {
  const volumeBytes = (<usize>(inDepth * inHeight * inWidth * inChannels)) << 2;
  const outBytes = (<usize>outChannels) << 2;
  for (let b = 0; b < batch; b++, volume += volumeBytes) {
    for (let z = 0; z < outDepth; z++) {
      for (let y = 0; y < outHeight; y++) {
        for (let x = 0; x < outWidth; x++, dy += outBytes) {
          const z0 = z * strideZ - padFront;
          const y0 = y * strideY - padTop;
          const x0 = x * strideX - padLeft;
          accumulateWindow(volume, filter, dy, z0, y0, x0, toFilter);
        }
      }
    }
  }
}

/** dw = Σ x·dy; `dw` is [filterDepth, filterHeight, filterWidth, inChannels, outChannels]. */
export function volumeFilterGradient(x: usize, dy: usize, dw: usize): void {
  const elements = filterDepth * filterHeight * filterWidth * inChannels * outChannels;
  memory.fill(dw, 0, (<usize>elements) << 2);
  accumulate(x, dw, dy, true);
}

/** dx = Σ dy·w; `dx` is [batch, inDepth, inHeight, inWidth, inChannels]. */
export function volumeInputGradient(dy: usize, w: usize, dx: usize): void {
  const elements = batch * inDepth * inHeight * inWidth * inChannels;
  memory.fill(dx, 0, (<usize>elements) << 2);
  accumulate(dx, w, dy, false);
}
