// Gradients of a depthwise convolution: every input channel has `multiplier` filters of its own.

import {
  batch,
  dilationX,
  dilationY,
  filterHeight,
  filterWidth,
  inChannels,
  inHeight,
  inWidth,
  outChannels,
  outHeight,
  outWidth,
  padLeft,
  padTop,
  strideX,
  strideY,
} from './geometry';

/** to[c·multiplier + m] += factor[c] · by[c·multiplier + m]. */
function addScaled(to: usize, factor: usize, by: usize, channels: i32, multiplier: i32): void {
  if (multiplier === 1) {
    const end = to + ((<usize>channels) << 2);
    const vectors = to + ((<usize>(channels & ~3)) << 2);
    for (; to < vectors; to += 16, factor += 16, by += 16) {
      const product = f32x4.mul(v128.load(factor), v128.load(by));
      v128.store(to, f32x4.add(v128.load(to), product));
    }
    for (; to < end; to += 4, factor += 4, by += 4) {
      store<f32>(to, load<f32>(to) + load<f32>(factor) * load<f32>(by));
    }
    return;
  }
  for (let c = 0; c < channels; c++, factor += 4) {
    const value = load<f32>(factor);
    for (let m = 0; m < multiplier; m++, to += 4, by += 4) {
      store<f32>(to, load<f32>(to) + value * load<f32>(by));
    }
  }
}

/** to[c] += Σ over m of a[c·multiplier + m] · b[c·multiplier + m]. */
function addProducts(to: usize, a: usize, b: usize, channels: i32, multiplier: i32): void {
  if (multiplier === 1) {
    addScaled(to, a, b, channels, 1);
    return;
  }
  for (let c = 0; c < channels; c++, to += 4) {
    let sum = load<f32>(to);
    for (let m = 0; m < multiplier; m++, a += 4, b += 4) sum += load<f32>(a) * load<f32>(b);
    store<f32>(to, sum);
  }
}

/** The operand that `accumulate` adds to. */
const TO_OUTPUT: i32 = 0;
const TO_FILTER: i32 = 1;
const TO_IMAGE: i32 = 2;

/**
 * Walks over every pair of an output position and an input pixel that it reads.
 *
 * @param image [batch, inHeight, inWidth, inChannels]: x, or dx.
 * @param output [batch, outHeight, outWidth, outChannels]: y, or dy.
 * @param filter [filterHeight, filterWidth, inChannels, multiplier]: w, or dw.
 * @param target The operand that receives the products of the other two.
 */
function accumulate(image: usize, output: usize, filter: usize, target: i32): void {
  const multiplier = outChannels / inChannels;
  const inBytes = (<usize>inChannels) << 2;
  const outBytes = (<usize>outChannels) << 2;
  for (let b = 0; b < batch; b++) {
    for (let row = 0; row < outHeight; row++) {
      for (let column = 0; column < outWidth; column++, output += outBytes) {
        for (let ky = 0; ky < filterHeight; ky++) {
          const y = row * strideY + ky * dilationY - padTop;
          if (y < 0 || y >= inHeight) continue;
          for (let kx = 0; kx < filterWidth; kx++) {
            const x = column * strideX + kx * dilationX - padLeft;
            if (x < 0 || x >= inWidth) continue;
            const pixel = image + <usize>((b * inHeight + y) * inWidth + x) * inBytes;
            const tap = filter + <usize>(ky * filterWidth + kx) * outBytes;
            if (target === TO_OUTPUT) addScaled(output, pixel, tap, inChannels, multiplier);
            else if (target === TO_FILTER) addScaled(tap, pixel, output, inChannels, multiplier);
            else addProducts(pixel, output, tap, inChannels, multiplier);
          }
        }
      }
    }
  }
}

/** y = Σ x·w; `y` is [batch, outHeight, outWidth, outChannels]. */
export function depthwiseConvolution(x: usize, w: usize, y: usize): void {
  memory.fill(y, 0, (<usize>(batch * outHeight * outWidth * outChannels)) << 2);
  accumulate(x, y, w, TO_OUTPUT);
}

/** dw = Σ x·dy; `dw` is [filterHeight, filterWidth, inChannels, multiplier]. */
export function depthwiseFilterGradient(x: usize, dy: usize, dw: usize): void {
  memory.fill(dw, 0, (<usize>(filterHeight * filterWidth * outChannels)) << 2);
  accumulate(x, dy, dw, TO_FILTER);
}

/** dx = Σ dy·w; `dx` is [batch, inHeight, inWidth, inChannels]. */
export function depthwiseInputGradient(dy: usize, w: usize, dx: usize): void {
  memory.fill(dx, 0, (<usize>(batch * inHeight * inWidth * inChannels)) << 2);
  accumulate(dx, dy, w, TO_IMAGE);
}
